import { diagnose } from '../../app/upkeep/doctor.js';
import type { DoctorPorts, Finding } from '../../app/upkeep/finding.js';
import { repair } from '../../app/upkeep/repair.js';
import * as z from '../../model/schema.js';
import { painter } from '../../model/text/ansi.js';
import { visibleLine } from '../../model/text/visible.js';
import { defineCommand } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { writeJson, writeLines } from '../shared/output/write.js';

export const command = defineCommand({
  name: 'doctor',
  summary: 'Check the database, its backups and the settings; --repair fixes what can be repaired.',
  arguments: '',
  takesQuery: false,
  options: [
    {
      flags: '--repair',
      description: 'recompute, or recover from the newest backup; a damaged original is kept',
    },
  ],
  examples: ['viva doctor', 'viva doctor --repair'],
  flags: z.object({ repair: z._default(z.boolean(), false), json: z._default(z.boolean(), false) }),
  async run(context, _args, flags) {
    const ports = await portsOf(context);
    const repairs = flags.repair ? repair(ports) : [];
    const findings = diagnose(ports);
    const healthy = findings.every(({ state }) => state !== 'error');
    if (flags.json) writeJson(context, { healthy, repairs, findings });
    else writeLines(context, [...repairs.map(visibleLine), ...findingLines(findings, context)]);
    return healthy ? 0 : 1;
  },
});

async function portsOf(context: Context): Promise<DoctorPorts> {
  return {
    databaseFiles: await context.databaseFiles(),
    rights: context.fileRights(),
    folder: await context.backups(),
    files: context.files,
    checkSettings: () => void context.settings(),
    now: context.now(),
  };
}

const MARKS = { ok: ['✓', 'green'], warning: ['!', 'yellow'], error: ['✗', 'red'] } as const;

function findingLines(findings: readonly Finding[], context: Context): string[] {
  const paint = painter(context.stdout.colors);
  return findings.flatMap(({ state, message, hint }) => {
    const [mark, style] = MARKS[state];
    const line = `${paint(style, mark)} ${visibleLine(message)}`;
    return hint === '' ? [line] : [line, `  ${visibleLine(hint)}`];
  });
}
