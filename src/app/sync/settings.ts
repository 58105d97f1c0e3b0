import { isDeepStrictEqual } from 'node:util';
import type { SyncPorts } from './ports.js';

/**
 * Brings the settings file and what is known of the personal settings together:
 * what came from another device goes into the file, what the person changed in
 * the file since is noted as of `at`, ms since 1970.
 */
export function matchSettings({ store, settings }: SyncPorts, at: number): void {
  const known = store.syncedSettings();
  const came = known.filter(
    ({ name, value, applied }) => !applied && settings.accepts(name, value),
  );
  if (came.length > 0) {
    settings.write(Object.fromEntries(came.map(({ name, value }) => [name, value])));
  }
  if (known.some(({ applied }) => !applied)) store.settingsApplied();
  const before = new Map(known.map(({ name, value }) => [name, value]));
  const changed = Object.entries(settings.read())
    .map(([name, value]) => ({ name, value, old: before.get(name) ?? null }))
    .filter(({ value, old }) => !isDeepStrictEqual(value, old))
    // What a newer viva can set stays as it is there.
    .filter(({ name, old }) => settings.accepts(name, old));
  if (changed.length > 0) store.noteSettings(changed, at);
}
