import type { SyncDevice } from '../model/sync.js';

/** So many digits of an id tell a person's devices apart. */
const DIGITS = 4;

/** Returns what people are to call each device, by its id: its name, and the start of its id where another is called the same. */
export function deviceNames(
  devices: readonly Pick<SyncDevice, 'id' | 'name'>[],
): Map<string, string> {
  const isShared = (name: string) => devices.filter((device) => device.name === name).length > 1;
  return new Map(
    devices.map(({ id, name }) => [id, isShared(name) ? `${name} (${id.slice(0, DIGITS)})` : name]),
  );
}
