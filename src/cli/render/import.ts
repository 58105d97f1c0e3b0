import type { Repaired } from '../../app/import/read-modules.js';
import type { CardChange, ImportReport } from '../../app/import/report.js';
import { formatDiagnostic } from '../../model/diagnostic.js';
import { painter } from '../../model/text/ansi.js';
import { counted, isOrAre } from '../../model/text/counted.js';
import { visibleLine } from '../../model/text/visible.js';
import { truncate } from '../../tui/components/text.js';
import type { Context } from '../contract/context.js';
import { readingLines } from './readings.js';

/** More findings than this are counted, not listed; `--json` and `viva lint` give all. */
const MAX_FINDINGS = 20;
const MAX_CHANGES = 40;

/** The report for a person: the summary for stdout, findings for stderr. */
export async function importText(
  report: ImportReport,
  context: Context,
): Promise<{ summary: string[]; findings: string[] }> {
  const titleOf = await titlesFor(report);
  const paint = painter(context.stdout.colors);
  const { modules, cards } = report;
  const summary = [
    `${paint('bold', visibleLine(report.collection))}${report.dryRun ? ' (dry run: nothing is changed)' : ''}`,
    `  modules  ${modules.total} (${list(modules, ['added', 'updated', 'unchanged'])})`,
    `  cards    ${cards.total} (${list(cards, ['added', 'edited', 'moved', 'unchanged', 'retired'])})`,
    ...readingLines(report, Math.max(40, context.stdout.cutAt)),
    ...repairLines(report.repaired).map((line) => `  ${line}`),
    ...ambiguityLines(report, titleOf),
    ...disputeLines(report, titleOf),
    ...(report.dryRun
      ? report.changes.slice(0, MAX_CHANGES).map((c) => changeLine(c, context, titleOf))
      : []),
  ];
  const unlisted = report.changes.length - MAX_CHANGES;
  if (report.dryRun && unlisted > 0) summary.push(`  … and ${unlisted} more; --json lists all`);
  return { summary, findings: findingLines(report) };
}

function list(counts: Readonly<Record<string, number>>, names: readonly string[]): string {
  const said = names.filter((name) => counts[name]).map((name) => `${counts[name]} ${name}`);
  return said.length > 0 ? said.join(', ') : 'nothing new';
}

/** Returns the line that tells what was mended; none where nothing was. */
export function repairLines({ encoding, lost, residue }: Repaired): string[] {
  if (encoding + lost + residue === 0) return [];
  return [
    `repaired ${counted(encoding, 'damaged character')}, ${counted(residue, 'leftover')} removed, ${counted(lost, 'character')} lost for good`,
  ];
}

/** Returns a question as a title on one line. */
type TitleOf = (question: string) => string;

/** Markdown's parser is loaded only where a question is shown. */
async function titlesFor({ dryRun, ambiguous, disputed }: ImportReport): Promise<TitleOf> {
  if (!dryRun && ambiguous.length === 0 && disputed.length === 0) return visibleLine;
  const { questionTitle } = await import('../../tui/markdown/title.js');
  return questionTitle;
}

function ambiguityLines({ ambiguous }: ImportReport, titleOf: TitleOf): string[] {
  return ambiguous.flatMap(({ old, candidates }) => [
    `  unsure   "${truncate(titleOf(old.question), 60)}" (${old.id}) could be any of these; it is retired with its history:`,
    ...candidates.map(
      ({ id, question }) =>
        `             viva relink ${old.id} ${id}   ${truncate(titleOf(question), 50)}`,
    ),
  ]);
}

function disputeLines({ disputed }: ImportReport, titleOf: TitleOf): string[] {
  return disputed.flatMap(({ id, question }) => [
    `  choose   "${truncate(titleOf(question), 60)}" was changed by you and by its source; yours is kept:`,
    `             viva edit ${id}   shows both · --keep mine or --keep source settles it`,
  ]);
}

/** Says which histories an import would put away. */
export function replacedLines({ replaced }: ImportReport): string[] {
  return [
    ...replaced.map(
      ({ module, reviewed, added }) =>
        `viva: in "${visibleLine(module)}" ${counted(reviewed, 'reviewed card')} ${reviewed === 1 ? 'was' : 'were'} not found again, and ${counted(added, 'card')} ${isOrAre(added)} new.`,
    ),
    '      Their histories would stay with the retired cards; the new cards would start without any.',
    '      "viva import --dry-run" shows each card; smaller edits, imported one by one, are recognised.',
  ];
}

function changeLine(change: CardChange, context: Context, titleOf: TitleOf): string {
  const status = change.returned ? 'returned' : change.status;
  const line = `  ${status.padEnd(9)}${change.id}  ${visibleLine(change.module)}: ${titleOf(change.question)}`;
  return truncate(line, Math.max(40, context.stdout.cutAt));
}

function findingLines({ diagnostics, readings }: ImportReport): string[] {
  // The table says it of each file already.
  const passed = new Set(readings.filter(({ shape }) => shape === null).map(({ file }) => file));
  const untold = diagnostics.filter((d) => d.code !== 'no-questions' || !passed.has(d.file));
  const worst = [...untold].sort((a, b) => weight(a.severity) - weight(b.severity));
  const listed = worst
    .filter((d) => d.severity === 'error')
    .concat(worst.filter((d) => d.severity === 'warning').slice(0, MAX_FINDINGS));
  const rest = untold.length - listed.length;
  const lines = listed.map((d) => visibleLine(formatDiagnostic(d)));
  if (rest > 0) lines.push(`… and ${counted(rest, 'more finding')}: "viva lint" lists all.`);
  return lines;
}

function weight(severity: string): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2;
}

/** The report for programs. */
export function importJson(report: ImportReport): object {
  const { ambiguous, ...rest } = report;
  return {
    ...rest,
    ambiguous: ambiguous.map(({ old, candidates }) => ({
      old: old.id,
      question: old.question,
      candidates,
    })),
  };
}
