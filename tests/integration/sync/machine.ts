import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Store } from '../../../src/app/ports.js';
import { initSync, type SyncSecrets } from '../../../src/app/sync/init.js';
import type { SyncPorts } from '../../../src/app/sync/ports.js';
import { type SyncReport, sync } from '../../../src/app/sync/sync.js';
import type { Moment } from '../../../src/model/moment.js';
import { besideDatabase } from '../../../src/platform/sync/beside.js';
import { folderTransport } from '../../../src/platform/sync/folder.js';
import { gitTransport } from '../../../src/platform/sync/git.js';
import { remoteSeal } from '../../../src/platform/sync/seal.js';
import { openStore } from '../../../src/store/open.js';
import { canonical } from '../../support/canonical.js';
import { ALL, noon, TODAY } from '../store/support.js';

const Sqlite: typeof import('better-sqlite3') = createRequire(import.meta.url)('better-sqlite3');

const NO_SECRETS: SyncSecrets = {
  isWanted: false,
  make: () => Promise.reject(new Error('nothing is encrypted')),
  unlock: () => Promise.reject(new Error('nothing is encrypted')),
};

let made = 0;

/** A machine of the person's: its database, its device file, and a clock that may be wrong. */
export class Machine {
  readonly path: string;
  readonly skew: number;
  readonly settings: Record<string, unknown> = {};
  store: Store;
  /** The clock, ms since 1970. */
  time = noon(TODAY).now;
  #device = '';
  #drawn = 0;
  readonly #seed: number;
  readonly #backup: string;

  constructor(path: string, skew = 0) {
    this.path = path;
    this.skew = skew;
    this.#backup = `${path}.backup`;
    made += 1;
    this.#seed = made * 7;
    this.#renew();
    this.store = this.#open();
  }

  get device(): string {
    return this.#device;
  }

  moment(day: number): Moment {
    return { ...noon(day, this.skew), byClock: true };
  }

  #random(bytes: number): Uint8Array {
    this.#drawn += 31;
    return Uint8Array.from(
      { length: bytes },
      (_, n) => (n === 0 ? this.#seed : n === 1 ? this.#seed >> 8 : this.#drawn + n) % 256,
    );
  }

  #renew(): void {
    this.#device = Buffer.from(this.#random(10)).toString('hex');
  }

  #open(): Store {
    return openStore({
      path: this.path,
      device: this.#device,
      random: (bytes) => this.#random(bytes),
      busyTimeoutMs: 50,
    });
  }

  /** Ends this viva and starts the next. */
  restart(): void {
    this.store.close();
    this.store = this.#open();
  }

  /** Copies the database as a backup does. */
  async backUp(): Promise<void> {
    rmSync(this.#backup, { force: true });
    await this.store.copyTo(this.#backup);
  }

  /** Puts the backup, if there is one, in the database's place; the device file stays. */
  restore(): void {
    if (!existsSync(this.#backup)) return;
    this.store.close();
    for (const companion of ['-wal', '-shm']) rmSync(this.path + companion, { force: true });
    copyFileSync(this.#backup, this.path);
    this.store = this.#open();
  }

  /** Makes this machine a clone of another's disk, synced to another folder where one is named. */
  become(other: Machine, remote?: string): void {
    this.store.close();
    other.store.close();
    copyFileSync(other.path, this.path);
    other.store = other.#open();
    this.#device = other.#device;
    this.store = this.#open();
    if (remote !== undefined) this.move(remote);
  }

  /** The folder of the sync is found at another path. */
  move(remote: string): void {
    this.store.close();
    const db = new Sqlite(this.path);
    db.prepare('UPDATE sync_state SET remote = ?').run(remote);
    db.close();
    this.store = this.#open();
  }

  ports(): SyncPorts {
    return {
      store: this.store,
      folder: besideDatabase(this.path, (work) => work()),
      settings: {
        read: () => ({ newPerDay: this.settings.newPerDay ?? null }),
        accepts: (name) => name === 'newPerDay',
        write: (values) => void Object.assign(this.settings, values),
      },
      connect: (address) =>
        address.endsWith('.git')
          ? gitTransport(address, join(dirname(this.path), 'beside'))
          : folderTransport(address),
      seal: (format) => remoteSeal(format, null),
      device: () => ({ id: this.#device, name: `machine ${this.#seed}` }),
      renewDevice: () => {
        this.#renew();
        return { id: this.#device, name: `machine ${this.#seed}` };
      },
      now: () => this.time,
      newId: () => Buffer.from(this.#random(10)).toString('hex'),
      pause: async () => undefined,
    };
  }

  async init(address: string): Promise<SyncReport> {
    return initSync(this.ports(), address, NO_SECRETS);
  }

  async sync(): Promise<SyncReport> {
    const report = await sync(this.ports());
    // A new id holds from the next start on.
    this.restart();
    return report;
  }

  /** All that is in the database, in a form that is the same for equal ones. */
  state(): object {
    return canonical(this.store.archive(ALL, noon(TODAY)));
  }
}
