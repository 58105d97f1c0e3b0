import type { SyncDevice } from '../../model/sync.js';
import type { SyncPorts, SyncState } from './ports.js';
import { lookAt } from './remote.js';
import { requireState } from './sync.js';

/** How a database and its remote stand to each other. */
export interface SyncStatus extends SyncState {
  readonly isEncrypted: boolean;
  readonly devices: readonly (SyncDevice & {
    readonly isSelf: boolean;
    /** Records that it wrote and that are not here yet. */
    readonly ahead: number;
  })[];
}

/** Looks at the remote and changes nothing. Throws VivaError as `sync` does. */
export async function syncStatus(ports: SyncPorts): Promise<SyncStatus> {
  const state = requireState(ports);
  const remote = await lookAt(ports, ports.connect(state.remote, false), state);
  const devices = await remote.devices();
  return {
    ...state,
    isEncrypted: remote.format.encryption !== undefined,
    devices: devices.map((device) => {
      const isSelf = device.id === state.device;
      const ahead = Math.max(0, device.number - (state.taken.get(device.id) ?? 0));
      return { ...device, isSelf, ahead: isSelf ? 0 : ahead };
    }),
  };
}
