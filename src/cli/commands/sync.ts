import { resolve } from 'node:path';
import { initSync } from '../../app/sync/init.js';
import { requireState } from '../../app/sync/state.js';
import { syncStatus } from '../../app/sync/status.js';
import { sync } from '../../app/sync/sync.js';
import * as z from '../../model/schema.js';
import { visibleLine } from '../../model/text/visible.js';
import { readAddress } from '../../sync/address.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { usageError } from '../contract/errors.js';
import { syncJson, syncStatusJson, syncStatusText, syncText } from '../render/sync.js';
import { writeJson, writeLines } from '../shared/output/write.js';
import { type SecretFlags, syncSecrets } from './sync/secrets.js';

export const command = defineCommand({
  name: 'sync',
  summary: 'Keep your machines in sync through a git repository or a shared folder.',
  arguments: '[action] [address]',
  words: ([action]) => [['init', 'status', 'leave'], action === 'init' ? 'file' : []],
  takesQuery: false,
  options: [
    {
      flags: '--encrypt',
      description: 'with init: encrypt with a passphrase, which each machine asks for once',
    },
    {
      flags: '--identity <file>',
      description: 'with init: encrypt with an age key of your own (AGE-SECRET-KEY-1…)',
      values: 'file',
    },
  ],
  examples: [
    'viva sync init git@github.com:me/memory.git',
    'viva sync init ~/Sync/viva --encrypt',
    'viva sync',
    'viva sync status',
    'viva sync leave',
    'viva config set sync auto',
  ],
  flags: z.object({
    encrypt: z._default(z.boolean(), false),
    identity: z.optional(z.string()),
    json: z._default(z.boolean(), false),
  }),
  bareFlags: { encrypt: false, json: false },
  async run(context, [action, address], flags) {
    if (action !== 'init' && (flags.encrypt || flags.identity !== undefined)) {
      throw usageError('Only "sync init" takes --encrypt and --identity.');
    }
    if (action !== 'init' && address !== undefined) {
      throw usageError(`sync ${action} takes no address.`, 'Only "sync init" does.');
    }
    switch (action) {
      case undefined:
        return now(context, flags.json);
      case 'init':
        return init(context, address, flags);
      case 'status':
        return status(context, flags.json);
      case 'leave':
        return leave(context, flags.json);
      default:
        throw usageError(
          `"${action}" is not an action of viva sync.`,
          'Use init, status or leave, or nothing.',
        );
    }
  },
});

async function now(context: Context, json: boolean): Promise<number> {
  const report = await sync(await context.sync());
  if (json) writeJson(context, { sync: syncJson(report) });
  else writeLines(context, syncText(report));
  return 0;
}

async function init(
  context: Context,
  text: string | undefined,
  flags: SecretFlags & { readonly json: boolean },
): Promise<number> {
  if (text === undefined) throw usageError('No address was given: name a git address or a folder.');
  const place = readAddress(text, (path) => resolve(context.cwd, path));
  const address = place.kind === 'git' ? place.url : place.path;
  const ports = await context.sync();
  const report = await initSync(ports, address, syncSecrets(context, ports.folder, flags));
  if (flags.json) writeJson(context, { sync: { ...syncJson(report), isNew: report.isNew } });
  else {
    const what = report.isNew ? 'Started a sync in' : 'Joined the sync in';
    writeLines(context, [`${what} ${visibleLine(address)}.`, ...syncText(report)]);
  }
  return 0;
}

async function status(context: Context, json: boolean): Promise<number> {
  const found = await syncStatus(await context.sync());
  if (json) writeJson(context, { sync: syncStatusJson(found) });
  else writeLines(context, syncStatusText(found, context));
  return 0;
}

async function leave(context: Context, json: boolean): Promise<number> {
  const ports = await context.sync();
  const { remote } = requireState(ports);
  ports.store.endSync();
  ports.folder.setKey(null);
  if (json) writeJson(context, { left: remote });
  else {
    writeLines(context, [
      `Left ${visibleLine(remote)}. Your data stays here, and the remote is unchanged.`,
    ]);
  }
  return 0;
}
