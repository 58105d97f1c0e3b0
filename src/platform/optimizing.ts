import { setFlagsFromString } from 'node:v8';

/** V8's own limit, bytes: longer functions are never optimized. The same from Node 20 to 26. */
const OPTIMIZED_BYTES = 61_440;

let isPutOff = false;

/**
 * Has V8 optimize nothing until what is computed now has been: it does so on threads of its own,
 * which take the processor from a frame that somebody waits for where there are few of them.
 * Code that is optimized stays so. Ends by itself, with the current turn of the event loop.
 */
export function putOffOptimizing(): void {
  if (isPutOff || process.env.NOHOLD) return;
  isPutOff = true;
  limitTo(0);
  setImmediate(() => {
    isPutOff = false;
    limitTo(OPTIMIZED_BYTES);
  });
}

function limitTo(bytes: number): void {
  setFlagsFromString(`--max-optimized-bytecode-size=${bytes}`);
}
