import { dirname, relative, sep } from 'node:path';
import type { CardRecord } from '../../../app/cards/ports.js';
import { fileAddress } from '../../../app/import/file-address.js';
import { isBelow } from '../../../app/import/overlays.js';
import type { Store } from '../../../app/ports.js';
import type { CardSource } from '../../../model/card-source.js';
import { readRecord } from '../../../platform/git/snapshot-record.js';
import type { Context } from '../../contract/context.js';
import { rootOf } from './ports.js';

/** Returns what says where a card was read; null for one of the bundled decks, and for standard input. */
export function sourceFinder(
  context: Context,
  store: Store,
): (record: CardRecord) => CardSource | null {
  return ({ card: { module, file, line } }) => {
    const root = file === null ? null : rootOf(module.collection, context, store);
    if (file === null || root === null) return null;
    if (root.address === undefined) {
      return root.isOwn ? { kind: 'file', text: `${file}:${line}` } : null;
    }
    return isBelow(root.path, file) ? fetchedSource(root.address, root.path, file, line) : null;
  };
}

function fetchedSource(address: string, folder: string, file: string, line: number): CardSource {
  const path = relative(folder, file).split(sep).join('/');
  const record = readRecord(dirname(folder));
  const commit = record?.address === address ? record.head : null;
  const url = fileAddress(address, { path, line, commit });
  const text = `${path}:${line} of ${address}`;
  return url === null ? { kind: 'copy', text } : { kind: 'address', text, url };
}
