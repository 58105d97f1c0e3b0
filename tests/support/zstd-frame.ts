const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const MAX_BLOCK_BYTES = 128 * 1024;
/** Window of 256 KiB, no size said: RFC 8878, 3.1.1.1. */
const HEADER = [0x00, 8 << 3];

/** Returns data as a zstd frame that is not compressed: Node 20 cannot write zstd. */
export function zstdFrame(data: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [new Uint8Array([...MAGIC, ...HEADER])];
  for (let at = 0; at < data.length || at === 0; at += MAX_BLOCK_BYTES) {
    const block = data.subarray(at, at + MAX_BLOCK_BYTES);
    pieces.push(blockHeader(at + MAX_BLOCK_BYTES >= data.length, 0, block.length), block);
  }
  return Buffer.concat(pieces);
}

/** Returns a zstd frame of four bytes a block, each of which is 128 KiB of zeros when unpacked. */
export function zstdBomb(blocks: number): Uint8Array {
  const pieces: Uint8Array[] = [new Uint8Array([...MAGIC, ...HEADER])];
  for (let n = 1; n <= blocks; n++) {
    pieces.push(blockHeader(n === blocks, 1, MAX_BLOCK_BYTES), new Uint8Array([0]));
  }
  return Buffer.concat(pieces);
}

function blockHeader(isLast: boolean, type: number, size: number): Uint8Array {
  const value = (size << 3) | (type << 1) | (isLast ? 1 : 0);
  return new Uint8Array([value & 255, (value >> 8) & 255, (value >> 16) & 255]);
}
