import { Worker } from 'node:worker_threads';
import type { CardNames, FoundList, Lookup } from '../app/browse/ports.js';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** What the thread says: the answer to a question, by its number. */
interface Answer {
  readonly number: number;
  readonly answer: unknown;
}

/**
 * Starts a thread of the program in `file` that looks cards up in a database.
 * It ends with the process at the latest; its promises are rejected when it
 * ends before it has answered.
 */
export function startLookup(file: string, database: string): Lookup {
  const worker = new Worker(file, {
    workerData: { database },
    // A list of a million cards is a few megabytes; what V8 would let grow beside it is garbage.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  worker.unref();
  worker.on('message', ({ number, answer }: Answer) => {
    waiting.get(number)?.resolve(answer);
    waiting.delete(number);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });

  function ask<T>(question: object): Promise<T> {
    const number = ++asked;
    return new Promise<T>((resolve, reject) => {
      waiting.set(number, { resolve: (answer) => resolve(answer as T), reject });
      worker.postMessage({ number, ...question });
    });
  }

  return {
    find: (request) => ask<FoundList>({ kind: 'find', request }),
    names: () => ask<CardNames>({ kind: 'names' }),
    close: () => void worker.terminate(),
  };
}
