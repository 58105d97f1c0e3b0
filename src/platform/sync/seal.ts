import type { Seal } from '../../app/sync/ports.js';
import { VivaError } from '../../model/error.js';
import type { SyncFormat } from '../../model/sync.js';

/** Seals nothing. */
const PLAIN_SEAL: Seal = {
  extension: '',
  close: async (bytes) => bytes,
  open: async (bytes) => bytes,
};

/** What the canary says once it is unsealed. */
const CANARY = 'viva-sync';

type Age = typeof import('age-encryption');

// Loaded only where something is sealed.
const load = (): Promise<Age> => import('age-encryption');

/**
 * Makes what seals with a key of age (`AGE-SECRET-KEY-1…`): everything is sealed
 * for its recipient. The recipient stands nowhere, so that who has not the key
 * can write nothing that would be taken.
 */
async function ageSeal(key: string): Promise<Seal> {
  const age = await load();
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(key);
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(await age.identityToRecipient(key));
  return {
    extension: '.age',
    close: (bytes) => encrypter.encrypt(bytes),
    open: (bytes) => decrypter.decrypt(bytes),
  };
}

/**
 * Makes the seal of a remote with the key that is kept on this machine, which a restored file may have
 * replaced. Throws VivaError 'sync-key' where there is none, or where it is not that of the remote.
 */
export async function remoteSeal({ encryption }: SyncFormat, key: string | null): Promise<Seal> {
  if (encryption === undefined) return PLAIN_SEAL;
  if (key !== null && (await opens(encryption.canary, key))) return ageSeal(key);
  const which =
    key === null ? 'its key is not on this machine' : 'the key on this machine does not open it';
  throw new VivaError(
    'sync-key',
    `This sync is encrypted, and ${which}.`,
    'Nothing was written. Run "viva sync leave", then "viva sync init" with the same address.',
  );
}

/** Makes the key of a new remote. */
export async function newKey(): Promise<string> {
  return (await load()).generateX25519Identity();
}

/**
 * Returns what the format says of a key's encryption; with a passphrase the key
 * itself is in it, sealed with that. Throws VivaError 'sync-key' for what is no key.
 */
export async function encryptionOf(
  key: string,
  passphrase: string | null,
): Promise<NonNullable<SyncFormat['encryption']>> {
  const { armor, Encrypter } = await load();
  const seal = await ageSeal(key).catch((cause: unknown) => {
    throw wrongKey('This is no key of age.', cause);
  });
  const canary = armor.encode(await seal.close(Buffer.from(CANARY)));
  if (passphrase === null) return { canary };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return { canary, key: armor.encode(await encrypter.encrypt(key)) };
}

/** Takes the key out of a format by its passphrase. Throws VivaError 'sync-key' for a wrong one. */
export async function unlockKey(sealed: string, passphrase: string): Promise<string> {
  const { armor, Decrypter } = await load();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return await decrypter.decrypt(armor.decode(sealed), 'text');
  } catch (cause) {
    throw wrongKey('The passphrase is wrong.', cause);
  }
}

/** Holds a key against the canary. Throws VivaError 'sync-key' where it is another remote's. */
export async function checkKey(canary: string, key: string): Promise<void> {
  if (!(await opens(canary, key))) throw wrongKey('The key does not open this sync.');
}

async function opens(canary: string, key: string): Promise<boolean> {
  const { armor } = await load();
  try {
    const seal = await ageSeal(key);
    return Buffer.from(await seal.open(armor.decode(canary))).toString() === CANARY;
  } catch {
    return false;
  }
}

function wrongKey(message: string, cause?: unknown): VivaError {
  return new VivaError('sync-key', message, 'Nothing was written. Try again with the right one.', {
    cause,
  });
}
