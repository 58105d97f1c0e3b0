import * as zlib from 'node:zlib';
import { Decompress } from 'fzstd';
import type { PackageLimits } from './limits.js';
import { damagedPackage, oversizedPackage } from './package-error.js';

type NativeUnzstd = (data: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;

/** Compressed data is fed in pieces, so that too much of it is noticed early. */
const CHUNK = 16 * 1024;
/** The first bytes of any frame (RFC 8878), and no more. */
const FRAME_BEGINS = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);

/**
 * Unpacks zstd data: by Node where it can (24 and later), else by fzstd.
 * Throws `import-failed` where more comes than the limits allow.
 */
export function unzstd(
  data: Uint8Array,
  limits: PackageLimits,
  native: NativeUnzstd | null = nativeUnzstd(),
): Uint8Array {
  const most = Math.min(
    limits.databaseBytes,
    Math.max(limits.ratioFrom, data.length * limits.ratio),
  );
  return native === null ? stream(data, most) : whole(data, most, native);
}

// The types are those of Node 20, which lacks it.
function nativeUnzstd(): NativeUnzstd | null {
  const found: unknown = Reflect.get(zlib, 'zstdDecompressSync');
  if (typeof found !== 'function') return null;
  const native: NativeUnzstd = (...args) => Reflect.apply(found, zlib, args);
  return refusesCutOff(native) ? native : null;
}

/** That of Node 22 gives nothing, and no error, where data is cut off. */
function refusesCutOff(native: NativeUnzstd): boolean {
  try {
    native(FRAME_BEGINS, { maxOutputLength: 1 });
    return false;
  } catch {
    return true;
  }
}

function whole(data: Uint8Array, most: number, native: NativeUnzstd): Uint8Array {
  try {
    return native(data, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch(most);
    throw damagedPackage('its collection cannot be unpacked', error);
  }
}

function stream(data: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const decompress = new Decompress((piece) => {
      length += piece.length;
      if (length <= most) pieces.push(piece.slice());
    });
    for (let at = 0; at < data.length && length <= most; at += CHUNK) {
      decompress.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
    }
  } catch (error) {
    throw damagedPackage('its collection cannot be unpacked', error);
  }
  if (length > most) throw tooMuch(most);
  return Buffer.concat(pieces, length);
}

function tooMuch(most: number) {
  return oversizedPackage(`its collection unpacks to more than ${most} bytes`);
}
