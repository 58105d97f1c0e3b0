export interface Fence {
  readonly line: number;
  readonly language: string;
  readonly code: readonly string[];
}
export function runCode(
  modules: readonly { readonly path: string; readonly fences: readonly Fence[] }[],
  maxSeconds?: number,
): Promise<{
  readonly findings: readonly { readonly line: number; readonly message: string }[];
  readonly ran: number;
  readonly checks: number;
  readonly notices: readonly string[];
}>;
