import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actingBesideOwn, actingCharacters, hostile } from '../support/hostile.js';
import { Viva } from '../support/viva.js';

/** As YAML in double quotes can say it. */
const quoted = (text: string) =>
  `"${text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff"\\]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
/** In running text a NUL or a line break would be another thing; the rest stands as it is. */
const raw = (name: string) => hostile(name).replaceAll(/[\r\u2028\u2029]/g, '');

const MODULE = `---
title: ${quoted(hostile('TITLE'))}
part: ${quoted(hostile('PART'))}
number: 1
emoji: ${quoted(hostile('EMOJI'))}
subtitle: ${quoted(hostile('SUBTITLE'))}
tags: [${quoted(hostile('TAG'))}]
${quoted(hostile('KEY'))}: ${quoted(hostile('VALUE'))}
---

# Hostile

> [!question] Key Question
> ${raw('KEYQUESTION')}

## Key Insights

> [!tip] ${raw('INSIGHTTITLE')}
> ${raw('INSIGHT')}

## Code Examples

\`\`\`${raw('LANGUAGE')}
${raw('CODE')}
\`\`\`

## Interview Questions

### ★★☆ _(${raw('COMPANY').replaceAll(/[()]/g, '')})_ <!-- id: a\u001b[2J\u202e -->

**Q:** ${raw('QUESTION')}

<details>
<summary>Answer</summary>

${raw('ANSWER')} [link](https://example.org/\u001b[2J "${raw('LINKTITLE')}") &#27;[2J &#x9b;2J &#x202e;

- ${raw('ITEM')}

| ${raw('CELL').replaceAll('|', '')} |
|---|
| a |

\`\`\`${raw('FENCE')}
${raw('FENCED')}
\`\`\`

$${raw('MATHS')}$

</details>

### ${raw('HEADING')}?

### ★★☆

**Q:** ${raw('UNANSWERED')}

## Further Reading

- [${raw('READING')}](https://example.org/a\u001b]0;x\u0007) ${raw('NOTE')}
- [file](file:///etc/passwd)

## Related

[[${raw('RELATED')}]]
`;

const FILE = 'a \u001b]0;OWNED\u0007\u009b2J\u202e b.md';
const COLLECTION = `wiki\u001b]0;OWNED\u0007\u009b2J\u202e`;

/** A home with hostile files that are not imported yet. */
function withFiles(): Viva {
  const viva = new Viva();
  viva.write(join('decks', FILE), MODULE);
  viva.write(join('decks', 'broken.md'), '---\ntitle: "B"\n\u001b[2J\u009b: [\n---\n');
  viva.write(join('decks', 'engine.md'), '---\u001b]0;OWNED\u0007js\ntitle: x\n---\n');
  return viva;
}

function home(): Viva {
  const viva = withFiles();
  viva.run(['import', 'decks', '--as', COLLECTION]);
  return viva;
}

function run(viva: Viva, args: string[], input = '', env: Record<string, string> = {}): string {
  viva.env = env;
  const { stdout, stderr } = viva.run(args, input);
  viva.env = {};
  return stdout + stderr;
}

const TEXTS = /^(?:title|part|emoji|subtitle|file|source|name|question|answer|device)$/;

/** For JSON.parse: puts hostile text wherever an archive has text, with the line breaks of none. */
function withHostileText(key: string, value: unknown): unknown {
  if (TEXTS.test(key) && typeof value === 'string') return `${key}\n${hostile('ARCHIVE')}`;
  return key === 'tags' || key === 'companies' ? [hostile('LIST')] : value;
}

describe('no text of a deck acts on the terminal', () => {
  test('import and its findings', () => {
    const viva = withFiles();
    for (const extra of [['--dry-run'], ['--dry-run', '--json'], []]) {
      const output = run(viva, ['import', 'decks', '--as', COLLECTION, ...extra]);
      expect(actingCharacters(output)).toEqual([]);
      expect(output).toContain('wiki');
    }
  });

  test('every command that shows it, and every error that names it', () => {
    const viva = home();
    const cases: [string[], string][] = [
      [['list'], 'TITLE'],
      [['list', '--json'], 'ANSWER'],
      [['list', '--retired', '--json'], 'version'],
      [['due'], 'COMPANY'],
      [['due', '--json'], 'PART'],
      [['collections'], 'wiki'],
      [['collections', '--json'], 'wiki'],
      [['lint', 'decks'], 'front-matter-unknown-key'],
      [['lint', 'decks', '--json'], 'control-characters'],
      [['convert', join('decks', FILE), '-o', 'out\u001b[2J'], 'written'],
      [['convert', join('decks', FILE), '-o', 'out2\u001b[2J', '--json'], 'written'],
      [['stats', '--plain'], 'TITLE'],
      [['stats', '--json'], 'TITLE'],
      [['list', 'company:\u001b[2J\u202e'], ''],
      [['list', 'prop:\u001b[2J>1'], 'query-invalid'],
      [['lint', 'gone\u001b]0;x\u0007.md'], 'file-missing'],
      [['lint', 'gone\u001b]0;x\u0007.md', '--json'], 'file-missing'],
      [['show', 'no\u001b[2J'], ''],
      [['show', 'no\u001b[2J', '--debug'], ''],
      [['config', 'set', 'new\u001b[2J', '7'], ''],
      [['config', 'set', 'newPerDay', '\u001b[2J'], ''],
      [['import', 'decks', '--as', '\u001b[2J'.repeat(60)], ''],
      [['--\u001b[2J'], 'viva:'],
      [['\u001b[2J'], 'viva:'],
    ];
    for (const [args, shown] of cases) {
      // Colours on: then styles are all that may be sent.
      const output = run(viva, args, '', { FORCE_COLOR: '1' });
      expect(output, args.join(' ')).toContain(shown);
      expect(actingBesideOwn(output), args.join(' ')).toEqual([]);
    }
    expect(actingCharacters(run(viva, ['list']))).toEqual([]);
  });

  test('show', () => {
    const viva = home();
    const { id } = viva.json(['list']).cards[0];
    for (const extra of [[], ['--json']]) {
      const output = run(viva, ['show', id, ...extra]);
      expect(output).toContain('ANSWER');
      expect(output).toContain('FENCED');
      expect(actingCharacters(output)).toEqual([]);
    }
    expect(actingBesideOwn(run(viva, ['show', id], '', { FORCE_COLOR: '1' }))).toEqual([]);
  });

  test('JSON still holds the text as it is', () => {
    const { cards } = home().json(['list']);
    expect(cards[0].module.title).toContain('\u001b]0;OWNED\u0007');
    expect(cards[0].module.title).toContain('\u{e0041}');
  });

  test('a plain review', () => {
    const output = run(home(), ['review', '--plain'], '\n\u001b[2J\nx\u001b]0;OWNED\u0007\n1\nq\n');
    expect(output).toContain('QUESTION');
    expect(output).toContain('ANSWER');
    expect(actingCharacters(output)).toEqual([]);
  });

  test('an archive, of which no parser has read the text', () => {
    const source = home();
    source.json(['grade', source.json(['list']).cards[0].id, 'good']);
    const archive = source.json(['export', 'json', '-o', 'a.json']).file;
    const bad = JSON.stringify(JSON.parse(readFileSync(archive, 'utf8'), withHostileText));
    const viva = new Viva();
    viva.write('bad.json', bad);
    const told = run(viva, ['import', 'bad.json']);
    expect(actingCharacters(told)).toEqual([]);
    expect(told).not.toContain('import-failed');
    const [{ id }] = viva.json(['list']).cards;
    const commands = [
      ['list'],
      ['show', id],
      ['due'],
      ['collections'],
      ['stats', '--plain'],
      ['doctor'],
    ];
    for (const args of commands) {
      const output = run(viva, args);
      expect(output, args.join(' ')).toMatch(/ARCHIVE|LIST|The settings are valid/);
      expect(actingCharacters(output), args.join(' ')).toEqual([]);
      expect(actingBesideOwn(run(viva, args, '', { FORCE_COLOR: '1' })), args.join(' ')).toEqual(
        [],
      );
    }
    expect(actingCharacters(run(viva, ['review', '--plain'], '\n3\nq\n'))).toEqual([]);
    // Two dozen starts of the program, on a machine that may be busy.
  }, 120_000);

  test('a hostile settings file', () => {
    const other = new Viva();
    for (const text of [
      `{ "new\\u001b[2J": 1, "newPerDay": "\\u001b[2J" }`,
      `{ "dayStart": "\\u009b2J\\u202e", "__proto__": { "newPerDay": 1 } }`,
      '\u001b[2J',
      `[${'['.repeat(100_000)}`,
    ]) {
      other.write('viva/config.json', text);
      for (const args of [['config', 'list'], ['due'], ['config', 'get', 'newPerDay']]) {
        const { stdout, stderr } = other.run(args);
        expect(actingCharacters(stdout + stderr)).toEqual([]);
        expect(stderr).not.toMatch(/\(internal\)/);
      }
    }
  });
});

describe('the review screen', () => {
  test.each([
    [80, 24],
    [120, 40],
    [30, 10],
  ])('%i columns, %i rows: every view shows marks and sends none of it', async (columns, rows) => {
    const viva = home();
    viva.env = { EDITOR: '/no/such/\u001b]0;OWNED\u0007editor' };
    const terminal = viva.open(['review', '--cram'], { columns, rows });
    viva.env = {};
    await terminal.waitFor('Space show');
    const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
    // A key is pressed once the last one is answered; where all is in view, G draws nothing.
    const press = async (keys: string) => {
      const before = terminal.raw().length;
      terminal.send(keys);
      if (keys !== 'G') await terminal.waitFor(() => terminal.raw().length > before);
      for (let drawn = -1; drawn !== terminal.raw().length; await pause()) {
        drawn = terminal.raw().length;
      }
    };
    // Question, typing with pasted escapes, answer, its end, insights, links, the editor's failure.
    for (const keys of ['t', 'ab\u009b2J\u202e\u200b\u200b\u200b\u200b', '\r', 'G', 'i', 'G'])
      await press(keys);
    for (const keys of ['\u001b', 'o', '\u001b', 'e', '?', '\u001b', '3']) await press(keys);
    // On a busy machine views may still be open: q leaves one after the other.
    while (terminal.exitOf() === null) {
      terminal.send('q');
      await pause();
    }
    await terminal.waitForExit();
    const sent = terminal.raw();
    for (const name of ['EMOJI', 'PART', 'QUESTION', 'ANSWER', 'TITLE']) {
      expect(sent.includes(name), name).toBe(true);
    }
    // Not `expect(sent)`: a failure must not print what it is about.
    for (const harm of ['\u001b]0;', '\u001b]52', '\u001b]8;;file:']) {
      expect(sent.includes(harm), JSON.stringify(harm)).toBe(false);
    }
    expect(actingBesideOwn(sent)).toEqual([]);
  });

  test('an emoji of several code points takes as many columns as the header counts', async () => {
    const other = new Viva();
    other.write(
      'decks/a.md',
      MODULE.replace(/^title: .*$/m, 'title: "Warnings ⚠️ at 1️⃣ work"').replace(
        /^emoji: .*$/m,
        'emoji: "⚠️"',
      ),
    );
    other.run(['import', 'decks']);
    const terminal = other.open(['review'], { columns: 80, rows: 24 });
    await terminal.waitFor('show answer');
    const row = terminal.cells()[0] ?? [];
    const text = row.map((cell) => cell.text).join('');
    expect(text).toContain('⚠ Warnings ⚠ at 1 work');
    // The count ends in the last column but one, whatever stands before it.
    expect(text).toMatch(/ 0\/\d done $/);
    expect(row).toHaveLength(80);
    terminal.kill();
  });
});
