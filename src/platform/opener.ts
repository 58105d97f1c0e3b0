import { attachesFile } from '../model/mail-attachment.js';
import type { PictureFile } from '../model/picture.js';

const DRAWN_BY = 'https://mermaid.live/view#pako:';
/** Windows takes no longer command. */
const MAX_PACKED = 7000;

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
  return isSafeLink(url) ? start(new URL(url).href, env) : 'refused';
}

/** Opens a picture that was found (`findPicture`), in the same way; null is refused. */
export async function openPicture(
  picture: PictureFile | null,
  env: NodeJS.ProcessEnv,
): Promise<Opened> {
  return picture === null ? 'refused' : start(picture.path, env);
}

/**
 * Opens a diagram of Mermaid in the browser, drawn by mermaid.live: the address holds it behind
 * its `#`, which no browser sends to a server.
 */
export async function openDiagram(code: string, env: NodeJS.ProcessEnv): Promise<Opened> {
  const state = JSON.stringify({ code, mermaid: { theme: 'default' } });
  const { deflateSync } = await import('node:zlib');
  const packed = deflateSync(state, { level: 9 }).toString('base64url');
  return packed.length > MAX_PACKED ? 'refused' : start(`${DRAWN_BY}${packed}`, env);
}

async function start(target: string, env: NodeJS.ProcessEnv): Promise<Opened> {
  const { default: open } = await import('open');
  const chosen = env.BROWSER;
  try {
    await open(target, chosen && !/[\s%;:]/.test(chosen) ? { app: { name: chosen } } : {});
    return 'opened';
  } catch {
    return 'failed';
  }
}
