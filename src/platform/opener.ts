import { spawn } from 'node:child_process';
import { attachesFile } from '../model/mail-attachment.js';

/** Only these may be opened: anything else in a deck could run a program or read a file. */
export function isSafeLink(url: string): boolean {
  if (!/^(https?:\/\/|mailto:)[\x21-\x7e]+$/i.test(url)) return false;
  return URL.canParse(url) && !attachesFile(new URL(url));
}

/**
 * Opens a web or mail address in the person's browser, without a shell and
 * without waiting. Returns false where the address is refused.
 */
export function openLink(url: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  if (!isSafeLink(url)) return false;
  const [program, ...before] = openerCommand(env, platform);
  if (program === undefined) return false;
  const child = spawn(program, [...before, new URL(url).href], {
    stdio: 'ignore',
    detached: true,
    shell: false,
  });
  child.on('error', () => undefined);
  child.unref();
  return true;
}

function openerCommand(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const chosen = env.BROWSER;
  if (chosen && !/[\s%;:]/.test(chosen)) return [chosen];
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
