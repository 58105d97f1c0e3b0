import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';

/** The first frame is drawn by then. */
const AFTER_FIRST_FRAME_MS = 300;

/**
 * Syncs once when `work`, a session, has begun and once when it has ended,
 * where the person wants that (`config set sync auto`): in a process of its
 * own, which nothing waits for and which says nothing.
 */
export async function syncingAround<T>(
  context: Context,
  store: Pick<Store, 'syncState'>,
  work: () => Promise<T>,
): Promise<T> {
  if (context.settings().sync !== 'auto' || store.syncState() === null) return work();
  const timer = setTimeout(() => context.syncDetached(), AFTER_FIRST_FRAME_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    context.syncDetached();
  }
}
