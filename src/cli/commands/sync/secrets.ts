import { resolve } from 'node:path';
import type { SyncSecrets } from '../../../app/sync/init.js';
import type { SyncFolder } from '../../../app/sync/ports.js';
import { VivaError } from '../../../model/error.js';
import { checkKey, encryptionOf, newKey, unlockKey } from '../../../platform/sync/seal.js';
import type { Context } from '../../contract/context.js';
import { usageError } from '../../contract/errors.js';

/** How the person wants it encrypted. */
export interface SecretFlags {
  readonly encrypt: boolean;
  readonly identity?: string | undefined;
}

/** A script's way to give the passphrase. */
const VARIABLE = 'VIVA_SYNC_PASSPHRASE';
/** A guess a microsecond would take years for it. */
const MIN_PASSPHRASE = 8;

/** Gets keys by the flags, from the terminal or the environment, and keeps them beside the database. */
export function syncSecrets(
  context: Context,
  folder: SyncFolder,
  { encrypt, identity }: SecretFlags,
): SyncSecrets {
  const own = () => (identity === undefined ? null : readIdentity(context, identity));
  return {
    isWanted: encrypt || identity !== undefined,
    async make() {
      const key = own();
      const made = key ?? (await newKey());
      const passphrase = key === null ? await newPassphrase(context) : null;
      const encryption = await encryptionOf(made, passphrase);
      folder.setKey(made);
      return encryption;
    },
    async unlock({ canary, key: sealed }) {
      const key = own() ?? (await unlocked(context, sealed));
      await checkKey(canary, key);
      folder.setKey(key);
    },
  };
}

async function unlocked(context: Context, sealed: string | undefined): Promise<string> {
  if (sealed !== undefined) return unlockKey(sealed, await passphrase(context, 'Passphrase: '));
  throw new VivaError(
    'sync-key',
    'This sync is encrypted with a key of your own.',
    'Name the file that holds it: --identity FILE.',
  );
}

async function newPassphrase(context: Context): Promise<string> {
  const first = await passphrase(context, 'New passphrase: ');
  if (first.length < MIN_PASSPHRASE) {
    throw usageError(
      `The passphrase is too short: it must have at least ${MIN_PASSPHRASE} characters.`,
      'Four or five unrelated words work well.',
    );
  }
  const again = await passphrase(context, 'Repeat passphrase: ');
  if (again !== first) throw usageError('The two passphrases differ.', 'Run the command again.');
  return first;
}

async function passphrase(context: Context, question: string): Promise<string> {
  const given = context.env[VARIABLE] ?? (await context.askSecret(question));
  if (given !== null && given !== '') return given;
  throw usageError(
    'A passphrase is needed, and there is no terminal to ask for it.',
    `Give it in the environment: ${VARIABLE}.`,
  );
}

function readIdentity(context: Context, file: string): string {
  const text = new TextDecoder().decode(context.files.readBytes(resolve(context.cwd, file)));
  const key = /^AGE-SECRET-KEY-[0-9A-Z-]+$/m.exec(text)?.[0];
  if (key !== undefined) return key;
  throw new VivaError(
    'sync-key',
    `"${file}" holds no age key.`,
    'A key file has a line that begins with AGE-SECRET-KEY-; "age-keygen -o FILE" makes one.',
  );
}
