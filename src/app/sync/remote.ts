import { VivaError } from '../../model/error.js';
import {
  SYNC_FORMAT,
  SYNC_VERSION,
  type SyncDevice,
  type SyncFormat,
  syncDeviceSchema,
  syncFormatSchema,
} from '../../model/sync.js';
import { parsed, SegmentError } from '../../sync/checked.js';
import {
  deviceOfPath,
  devicePath,
  FORMAT_PATH,
  findLayout,
  type SegmentName,
  segmentName,
} from '../../sync/layout.js';
import { openSegment, type Segment } from '../../sync/segment.js';
import type { Publication, RemoteFile, Seal, SyncPorts, Transport } from './ports.js';

/** A segment that is there; its size is in bytes. */
export type RemoteSegment = SegmentName & Pick<RemoteFile, 'size'>;

/** A remote as one look found it. */
export interface Remote {
  readonly format: SyncFormat;
  readonly segments: readonly RemoteSegment[];
  /** Reads and checks a segment. Throws SegmentError, and VivaError 'sync-newer'. */
  open(name: SegmentName): Promise<Segment>;
  /** What the devices say of themselves; one that cannot be read says nothing. */
  devices(): Promise<readonly SyncDevice[]>;
  /** Puts files there, sealed, and takes others away; false where another machine was first. */
  publish(publication: Publication): Promise<boolean>;
}

type Sight =
  | { readonly format: null; readonly root: string }
  | { readonly format: SyncFormat; readonly root: string };

/** Looks at a remote of which all is known but its state. Throws VivaError where it is not what it was. */
export async function lookAt(
  ports: SyncPorts,
  transport: Transport,
  expected: { readonly remote: string; readonly id: string },
): Promise<Remote> {
  const files = await transport.list();
  const paths = files.map(({ path }) => path);
  const plain = { format: SYNC_FORMAT, version: SYNC_VERSION, id: expected.id } as const;
  const { format, root } = await sightOf(transport, paths, expected.remote, plain);
  if (format === null) {
    throw new VivaError(
      'sync-other',
      `"${expected.remote}" holds no sync of viva any more.`,
      'Nothing is lost: the database has everything. Check the address, then run "viva sync leave" and "viva sync init".',
    );
  }
  if (format.id !== expected.id) {
    throw new VivaError(
      'sync-other',
      `"${expected.remote}" holds another sync than the one that this database belongs to.`,
      'To join that one, run "viva sync leave" and "viva sync init".',
    );
  }
  return createRemote(transport, { format, root, files }, await ports.seal(format));
}

/** Returns what a remote says of itself, or makes it one with `create`. */
export async function findOrCreate(
  ports: SyncPorts,
  transport: Transport,
  address: string,
  create: () => Promise<SyncFormat>,
): Promise<{ readonly format: SyncFormat; readonly isNew: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const paths = (await transport.list()).map(({ path }) => path);
    const sight = await sightOf(transport, paths, address);
    if (sight.format !== null) return { format: sight.format, isNew: false };
    const format = await create();
    const bytes = jsonBytes(format);
    const file = { path: sight.root + FORMAT_PATH, bytes };
    if (await transport.publish({ write: [file], remove: [] })) return { format, isNew: true };
    if (attempt >= MAX_ATTEMPTS) throw overtaken(address);
    await ports.pause(attempt);
  }
}

/** So often another machine may be first. */
export const MAX_ATTEMPTS = 8;

/** Returns the error for a remote that others write to all the time. */
export function overtaken(address: string): VivaError {
  return new VivaError(
    'sync-busy',
    `Other machines kept writing to "${address}"; this one had no turn.`,
    'Nothing is lost. Run "viva sync" again in a minute.',
  );
}

/** A file that says, byte for byte, what viva writes of the `plain` one needs no schema, which takes longer to load. */
async function sightOf(
  transport: Transport,
  paths: readonly string[],
  address: string,
  plain: SyncFormat | null = null,
): Promise<Sight> {
  const { root, state } = findLayout(paths);
  if (state === 'none') return { format: null, root };
  if (state === 'half') {
    throw new VivaError(
      'sync-unreachable',
      `"${address}" is incomplete: its format.json is missing.`,
      'Wait until all of it has arrived, then run the command again.',
    );
  }
  const path = paths.find((each) => each.toLowerCase() === root + FORMAT_PATH) ?? FORMAT_PATH;
  try {
    const bytes = await transport.read(path);
    const isPlain = plain !== null && Buffer.from(jsonBytes(plain)).equals(bytes);
    return { format: isPlain ? plain : parsed(syncFormatSchema, bytes), root };
  } catch (error) {
    throw error instanceof SegmentError ? formatError(address, error) : error;
  }
}

function formatError(address: string, { kind, message }: SegmentError): VivaError {
  if (kind === 'newer') return newer(`"${address}"`, message);
  return new VivaError(
    'sync-other',
    `The format.json of "${address}" is not viva's: ${message}.`,
    'Nothing was changed. Wait if it is still arriving; else name a folder or repository that viva made, or an empty one.',
  );
}

/** Returns the error for what a newer viva wrote; takes what, and why it cannot be read. */
function newer(what: string, why: string): VivaError {
  return new VivaError(
    'sync-newer',
    `${what} was written by a newer viva: ${why}.`,
    `Nothing was changed. Update viva on this machine (it knows version ${SYNC_VERSION}).`,
  );
}

function createRemote(
  transport: Transport,
  { format, root, files }: { format: SyncFormat; root: string; files: readonly RemoteFile[] },
  seal: Seal,
): Remote {
  const inside = files
    .filter(({ path }) => path.startsWith(root))
    .map(({ path, size }) => ({ path: path.slice(root.length), size }));
  const read = async (path: string) => seal.open(await transport.read(root + path));

  return {
    format,
    segments: inside.flatMap(({ path, size }) => {
      const name = segmentName(path);
      return name === null ? [] : [{ ...name, size }];
    }),
    open: (name) => openNamed(name, read),
    devices: () => readDevices(inside, read, seal.extension),
    async publish({ write, remove }) {
      const sealed = await Promise.all(
        write.map(async ({ path, bytes }) => ({
          path: root + path + seal.extension,
          bytes: await seal.close(bytes),
        })),
      );
      return transport.publish({ write: sealed, remove: remove.map((path) => root + path) });
    },
  };
}

/** Reads what devices say of themselves; what cannot be read, or is not in its own file, says nothing. */
async function readDevices(
  files: readonly { readonly path: string }[],
  read: (path: string) => Promise<Uint8Array>,
  extension: string,
): Promise<SyncDevice[]> {
  const found: SyncDevice[] = [];
  for (const { path } of files.filter((each) => deviceOfPath(each.path) !== null)) {
    const device = await read(path)
      .then((bytes) => parsed(syncDeviceSchema, bytes))
      .catch(() => null);
    if (device !== null && devicePath(device.id) === path.replace(extension, '')) {
      found.push(device);
    }
  }
  return found;
}

/** Opens a segment, which says itself what its name says. */
async function openNamed(
  name: SegmentName,
  read: (path: string) => Promise<Uint8Array>,
): Promise<Segment> {
  try {
    const segment = openSegment(name.path, await opened(() => read(name.path)));
    const { device, first, last } = segment.head;
    if (device === name.device && first === name.first && last === name.last) return segment;
    throw new SegmentError('damaged', 'its name is not its own');
  } catch (error) {
    if (error instanceof SegmentError && error.kind === 'newer') {
      throw newer(`"${name.path}"`, error.message);
    }
    throw error;
  }
}

/** What cannot be unsealed was cut off, changed, or sealed for another key. */
async function opened(read: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof VivaError) throw error;
    throw new SegmentError('damaged', 'it cannot be unsealed');
  }
}

/** Returns a value as the bytes of a JSON file. */
export function jsonBytes(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}
