import { functionsOf } from './bundle.mjs';
import { mutated } from './mutate.mjs';
import { Random, seedOf } from './random.mjs';

/** Longer than any of these small inputs may take, ms. */
const SLOW_MS = 2_000;

/** Makes the inputs of one run and checks them; the seed and a number decide each of them. */
export class Runner {
  #seed;
  #entries;
  #turns;

  constructor(targets, loaded, fastCheck, seed) {
    this.#seed = seed;
    this.#entries = targets.map((target) => {
      const functions = functionsOf(target, loaded);
      return { target, functions, seeds: target.seeds(functions, fastCheck, seed) };
    });
    this.#turns = this.#entries.flatMap((entry) => Array(entry.target.share).fill(entry));
  }

  /** Returns input `n` and the target that it is for. */
  input(n) {
    const random = new Random(seedOf(this.#seed, n));
    const { target, functions, seeds } = this.#turns[n % this.#turns.length];
    return { target, functions, text: mutated(random, seeds, target.tokens, target.whole) };
  }

  /** Checks input `n`; returns what broke, or null. */
  check(n) {
    const { target, functions, text } = this.input(n);
    const broken = failureOf(target, functions, text, new Random(n));
    if (broken === null) return { target: target.name, finding: null };
    const small = smallest(text, (candidate) => {
      const again = failureOf(target, functions, candidate, new Random(n));
      return again?.kind === broken.kind;
    });
    return { target: target.name, finding: { ...broken, target: target.name, n, text: small } };
  }
}

/** Checks one text with one target, with what it leaves to chance decided in many ways. */
export function replay(target, loaded, text) {
  const functions = functionsOf(target, loaded);
  for (let n = 0; n < 32; n++) {
    const broken = failureOf(target, functions, text, new Random(n));
    if (broken !== null) return broken;
  }
  return null;
}

/** Returns what breaks; slow is only what is slow again, for the machine itself may have paused. */
function failureOf(target, functions, text, random) {
  const broken = failureOnce(target, functions, text, random);
  return broken?.kind === 'slow' ? failureOnce(target, functions, text, random) : broken;
}

function failureOnce(target, functions, text, random) {
  const begin = performance.now();
  try {
    target.check(functions, text, random);
  } catch (error) {
    // Two throws at one place are one finding, whatever they say.
    const place = /at (\S+) /.exec(error.stack ?? '')?.[1] ?? '';
    return {
      kind: error.law ?? `${error.name} in ${place}`,
      message: String(error.stack ?? error),
    };
  }
  const ms = performance.now() - begin;
  if (ms < SLOW_MS) return null;
  return { kind: 'slow', message: `took ${Math.round(ms)} ms for ${text.length} characters` };
}

/** Takes away as much as can be while the same still breaks: halves first, then ever less. */
function smallest(text, breaks) {
  const until = performance.now() + 10_000;
  let kept = text;
  for (let size = text.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < kept.length && performance.now() < until; ) {
      const shorter = kept.slice(0, at) + kept.slice(at + size);
      if (breaks(shorter)) kept = shorter;
      else at += size;
    }
  }
  return kept;
}
