import { parentPort, workerData } from 'node:worker_threads';
import { findList } from '../../app/browse/find-list.js';
import type { ListRequest } from '../../app/browse/ports.js';
import { openReader } from '../../store/reader.js';

/** A question of `LookupThread`. */
type Question = { readonly number: number } & (
  | { readonly kind: 'find'; readonly request: ListRequest }
  | { readonly kind: 'names' }
);

/** Answers questions about the database of this thread until it is ended. */
export function answerLookups(): void {
  const reader = openReader(String(workerData.database));
  parentPort?.on('message', (question: Question) => {
    const answer =
      question.kind === 'names' ? reader.allNames() : findList(question.request, reader);
    const buffers = 'keys' in answer ? [answer.keys.buffer] : [];
    parentPort?.postMessage({ number: question.number, answer }, buffers as ArrayBuffer[]);
  });
}
