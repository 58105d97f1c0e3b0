import type { SyncDevice } from '../../model/sync.js';
import { deviceNames } from '../../sync/device-names.js';
import type { SyncPorts, SyncState } from './ports.js';
import { lookAt } from './remote.js';
import { requireState } from './state.js';

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
  const names = deviceNames(devices);
  return {
    ...state,
    isEncrypted: remote.format.encryption !== undefined,
    devices: devices.map((device) => {
      const isSelf = device.id === state.device;
      const ahead = Math.max(0, device.number - (state.taken.get(device.id) ?? 0));
      const name = names.get(device.id) ?? device.name;
      return { ...device, name, isSelf, ahead: isSelf ? 0 : ahead };
    }),
  };
}
