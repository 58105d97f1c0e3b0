import { Worker } from 'node:worker_threads';

/**
 * Has the day's backup of a database made by a thread of the program in `file`, so that no key waits
 * for its copying and checking; `today` is the study day. Resolves when it is there, or was. Rejects
 * with what the thread throws.
 */
export function backUpInThread(file: string, database: string, today: number): Promise<void> {
  return new Promise((done, fail) => {
    const worker = new Worker(file, { workerData: { database, today } });
    worker.once('error', fail);
    worker.once('exit', () => done());
  });
}
