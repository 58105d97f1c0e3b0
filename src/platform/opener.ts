import { attachesFile } from '../model/mail-attachment.js';

/** What came of an address: its program started, it is none that may be opened, or none was found. */
export type Opened = 'opened' | 'refused' | 'failed';

/** Only these may be opened: anything else in a deck could run a program or read a file. */
export function isSafeLink(url: string): boolean {
  if (!/^(https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(url)) return false;
  return URL.canParse(url) && !attachesFile(new URL(url));
}

/**
 * Opens a web or mail address in the person's browser (`BROWSER`, else the
 * machine's own), without a shell of ours and without waiting for it to end.
 */
export async function openLink(url: string, env: NodeJS.ProcessEnv): Promise<Opened> {
  if (!isSafeLink(url)) return 'refused';
  const { default: open } = await import('open');
  const chosen = env.BROWSER;
  try {
    await open(
      new URL(url).href,
      chosen && !/[\s%;:]/.test(chosen) ? { app: { name: chosen } } : {},
    );
    return 'opened';
  } catch {
    return 'failed';
  }
}
