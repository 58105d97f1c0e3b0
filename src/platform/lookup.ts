import { Worker } from 'node:worker_threads';
import type { CardNames, FoundList, ListRequest, Lookup } from '../app/browse/ports.js';

/** After so long without a question the thread ends and gives back what it holds, ms. */
const REST_MS = 10_000;

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
 * Looks cards up in a database by a thread of the program in `file`, which begins with a question
 * and ends after the last: at once where that was the first of all, the list that the browser opens
 * with, for who asks again will ask often. What it has not answered when it fails is rejected.
 */
export class LookupThread implements Lookup {
  readonly #file: string;
  readonly #database: string;
  readonly #restMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #rest: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(file: string, database: string, restMs = REST_MS) {
    this.#file = file;
    this.#database = database;
    this.#restMs = restMs;
  }

  begin(): void {
    this.#worker ??= this.#begun();
  }

  find(request: ListRequest): Promise<FoundList> {
    return this.#ask<FoundList>({ kind: 'find', request });
  }

  names(): Promise<CardNames> {
    return this.#ask<CardNames>({ kind: 'names' });
  }

  close(): void {
    clearTimeout(this.#rest);
    void this.#worker?.terminate();
    this.#worker = null;
  }

  #ask<T>(question: object): Promise<T> {
    clearTimeout(this.#rest);
    this.#worker ??= this.#begun();
    const number = ++this.#asked;
    this.#worker.postMessage({ number, ...question });
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(number, { resolve: (answer) => resolve(answer as T), reject });
    });
  }

  #begun(): Worker {
    const worker = new Worker(this.#file, {
      workerData: { database: this.#database },
      // A list of a million cards is a few megabytes; what V8 would let grow beside it is garbage.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    worker.unref();
    worker.on('message', (answer: Answer) => this.#take(answer));
    worker.on('error', (error) => this.#fail(error));
    return worker;
  }

  #take({ number, answer }: Answer): void {
    this.#waiting.get(number)?.resolve(answer);
    this.#waiting.delete(number);
    if (this.#waiting.size > 0) return;
    if (this.#asked === 1) this.close();
    else this.#rest = setTimeout(() => this.close(), this.#restMs).unref();
  }

  #fail(error: unknown): void {
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
