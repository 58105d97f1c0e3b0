import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { asVivaError, errorText } from '../contract/errors.js';

/** Without a key for so long, the person reads; the first frame is long drawn. */
const STILL_MS = 1_500;

/**
 * Makes the day's automatic backup where there is none yet. It never fails the
 * command it comes after: trouble is told as a warning on standard error.
 */
export async function backUpDaily(context: Context, store: Store): Promise<void> {
  try {
    await backUp(context, store);
  } catch (thrown) {
    const text = errorText(asVivaError(thrown), context.debug);
    context.stderr.write(text.replace('viva: ', "viva: could not make today's backup: "));
  }
}

async function backUp(context: Context, store: Store): Promise<void> {
  const { dailyBackup } = await import('../../app/upkeep/backup.js');
  await dailyBackup(store, await context.backups(), context.moment().today);
}

/**
 * Makes it beside `work`, a review, once its person reads: copying hundreds of megabytes takes the
 * disk from a key. Trouble is left to the attempt at the end, when there is a line to tell it on.
 */
export async function backingUpMeanwhile<T>(context: Context, work: () => Promise<T>): Promise<T> {
  let pending: Promise<void> = Promise.resolve();
  let typed = 0;
  const whenStill = () => {
    const { bytesRead } = process.stdin;
    if (bytesRead === typed) {
      pending = context.backUpAside(context.moment().today).catch(() => undefined);
      return;
    }
    typed = bytesRead;
    timer = setTimeout(whenStill, STILL_MS);
  };
  let timer = setTimeout(whenStill, STILL_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await pending;
  }
}
