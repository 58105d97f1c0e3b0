import { type KeyLook, keyLines } from '../components/key-lines.js';
import { BROWSE_KEYS } from './keys.js';

const KEY_WIDTH = 10;

/** The help, a key a line; what a key does may take more. */
export function browseHelp(look: KeyLook): string[] {
  const keys = BROWSE_KEYS.map(({ keys, does }) => [keys, does] as const);
  return keyLines(keys, { ...look, keyWidth: KEY_WIDTH });
}
