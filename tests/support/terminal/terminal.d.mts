export interface Cell {
  readonly text: string;
  readonly width: number;
  /** A palette number, `#rrggbb`, or null for the default. */
  readonly color: number | string | null;
  readonly background: number | string | null;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly inverse?: boolean;
}

export interface Terminal {
  readonly pid: number;
  raw(): string;
  send(keys: string): void;
  resize(columns: number, rows: number): void;
  close(): void;
  kill(signal?: NodeJS.Signals): void;
  lines(): string[];
  text(): string;
  cells(): Cell[][];
  scrollback(): number;
  isAlternate(): boolean;
  cursorVisible(): boolean;
  exitOf(): { status: number; signal: number } | null;
  waitFor(wanted: string | RegExp | ((text: string) => boolean), ms?: number): Promise<void>;
  waitForExit(ms?: number): Promise<{ status: number; signal: number }>;
}

export function openTerminal(
  program: string,
  args: readonly string[],
  options?: {
    readonly columns?: number;
    readonly rows?: number;
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    /** What the terminal says it can, as DA1 has it: `62;4` draws sixels. */
    readonly attributes?: string | null;
    /** What it says of its background (OSC 11), such as `rgb:ffff/ffff/ffff`. */
    readonly background?: string | null;
  },
): Terminal;
