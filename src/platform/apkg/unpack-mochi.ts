import { VivaError } from '../../model/error.js';
import { PACKAGE_LIMITS, type PackageLimits } from './limits.js';
import { unpackNamed } from './unpack.js';

/** What Mochi calls the text in its package, the newer name first. */
const TEXTS = ['data.json', 'data.edn'] as const;

/**
 * Returns the text of a package of Mochi's (`.mochi`), `data.json` or `data.edn`; media stay
 * packed. Throws VivaError 'import-failed' for what is no such package or is too large.
 */
export function unpackMochi(
  bytes: Uint8Array,
  path: string,
  limits: PackageLimits = PACKAGE_LIMITS,
): Uint8Array {
  const wrong = (cause?: unknown) =>
    new VivaError(
      'import-failed',
      `"${path}" is no export of Mochi, or it is damaged or too large.`,
      'Export the deck from Mochi again (.mochi). Nothing was imported.',
      { place: { file: path }, cause },
    );
  let text: Uint8Array | null;
  try {
    text = unpackNamed(bytes, TEXTS, limits);
  } catch (error) {
    throw error instanceof VivaError ? wrong(error) : error;
  }
  if (text === null) throw wrong();
  return text;
}
