import { VivaError } from '../../model/error.js';
import { deviceNames } from '../../sync/device-names.js';
import { segmentName } from '../../sync/layout.js';
import { settleIdentity } from './identity.js';
import { fillOutbox, recoverStrays } from './outbox.js';
import type { SyncPorts, SyncTaken } from './ports.js';
import { publish } from './publish.js';
import { lookAt, MAX_ATTEMPTS, overtaken, type Remote } from './remote.js';
import { matchSettings } from './settings.js';
import { requireState } from './state.js';
import { type Taking, takeOthers } from './take.js';

/** What a sync did. */
export interface SyncReport {
  readonly remote: string;
  /** Records that were sent. */
  readonly sent: number;
  /** What came, one for each look at the remote that found something. */
  readonly taken: readonly SyncTaken[];
  /** Names of devices of which not all has arrived. */
  readonly waiting: readonly string[];
  /** Files that were skipped, and what is wrong with each. */
  readonly damaged: readonly Damaged[];
}

interface Damaged {
  readonly path: string;
  readonly problem: string;
  /** Is it a copy that a synchroniser made? Nobody writes that anew. */
  readonly isCopy: boolean;
}

/**
 * Brings a database and its remote into step: takes what others wrote, then
 * puts there what is new here. Throws VivaError; what was done by then stands,
 * and the next sync goes on from there.
 */
export async function sync(ports: SyncPorts): Promise<SyncReport> {
  requireState(ports);
  return ports.folder.alone(async () => {
    try {
      const report = await bringIntoStep(ports);
      ports.store.noteSync(ports.now(), null);
      return report;
    } catch (error) {
      if (error instanceof VivaError) ports.store.noteSync(ports.now(), error.message);
      throw error;
    }
  });
}

async function bringIntoStep(ports: SyncPorts): Promise<SyncReport> {
  const { remote: address } = requireState(ports);
  const transport = ports.connect(address, false);
  const takings: Taking[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const remote = await lookAt(ports, transport, requireState(ports));
    matchSettings(ports, ports.now());
    await settleIdentity(ports, remote, requireState(ports));
    takings.push(await takeOthers(ports, remote));
    matchSettings(ports, ports.now());
    recoverStrays(ports);
    fillOutbox(ports);
    const sent = await publish(ports, remote, takings.at(-1)?.damaged ?? new Map());
    if (sent !== null) return reportOf(address, remote, takings, sent);
    if (attempt >= MAX_ATTEMPTS) throw overtaken(address);
    await ports.pause(attempt);
  }
}

async function reportOf(
  remote: string,
  look: Remote,
  takings: readonly Taking[],
  sent: number,
): Promise<SyncReport> {
  const last = takings.at(-1);
  const waiting = last?.waiting ?? [];
  const names = deviceNames(waiting.length === 0 ? [] : await look.devices());
  return {
    remote,
    sent,
    taken: takings.flatMap(({ taken }) => taken ?? []),
    waiting: waiting.map((id) => names.get(id) ?? id),
    damaged: [...(last?.damaged ?? [])].map(([path, problem]) => ({
      path,
      problem,
      isCopy: segmentName(path)?.isCopy ?? false,
    })),
  };
}
