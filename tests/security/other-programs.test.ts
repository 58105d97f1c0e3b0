import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editorOn } from '../../src/platform/editor.js';
import { openLink } from '../../src/platform/opener.js';
import { linksOf } from '../../src/tui/markdown/links.js';
import { renderMarkdown } from '../../src/tui/markdown/render.js';
import { tempFolder } from '../support/home.js';

/** A program that writes down what it was called with, as JSON, and does nothing else. */
function recorder(folder: string, name = 'record it'): { program: string; calls: () => string[] } {
  const log = join(folder, 'calls.json');
  const program = join(folder, name);
  // Renamed into place: who waits for the file finds all of it.
  const part = JSON.stringify(`${log}.part`);
  const write = `const fs = require('node:fs'); fs.writeFileSync(${part}, JSON.stringify(process.argv.slice(2))); fs.renameSync(${part}, ${JSON.stringify(log)})`;
  writeFileSync(program, `#!${process.execPath}\n${write};\n`);
  chmodSync(program, 0o755);
  return { program, calls: () => JSON.parse(readFileSync(log, 'utf8')) };
}

async function written(path: string): Promise<void> {
  for (let tries = 0; tries < 200 && !existsSync(path); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe.skipIf(process.platform === 'win32')('the editor is run without a shell', () => {
  test.each([
    'plain.md',
    'with blanks  in it.md',
    `quo"te's.md`,
    '-c:!touch ran.md',
    '--help',
    '+!touch ran',
    'new\nline.md',
    '$(touch ran).md',
    '`touch ran`;touch ran|touch ran&touch ran>ran.md',
    '*.md',
    '~',
    '%s #1.md',
    '漢\u202e.md',
  ])('on a file named %j', async (name) => {
    const folder = tempFolder();
    const { program, calls } = recorder(folder);
    const env = { EDITOR: `"${program}" --wait '-x y' $HOME ; touch ran` };
    (await editorOn('linux', env))(join(folder, name), 7);
    // The editor's name is unknown, so the file alone follows the person's own arguments.
    const own = ['--wait', '-x y', '$HOME', ';', 'touch', 'ran'];
    expect(calls()).toEqual([...own, join(folder, name)]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    expect(existsSync('ran')).toBe(false);
  });

  test('an editor that takes options gets the name as a path, never as an option', async () => {
    const folder = tempFolder();
    const { program, calls } = recorder(folder, 'vim');
    (await editorOn('linux', { VISUAL: program }))('-c:!sh', 3);
    expect(calls()[0]).toBe('+3');
    expect(calls()[1]).toMatch(/^\/.*\/-c:!sh$/);
  });
});

describe('links', () => {
  const REFUSED = [
    'file:///etc/passwd',
    'FILE:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'vscode://x',
    'ssh://-oProxyCommand=x/',
    'smb://host/share',
    'ms-msdt:/id',
    'x-apple.systempreferences:',
    '\\\\host\\share',
    '//host/share',
    '/etc/passwd',
    'calc.exe',
    '-https://a.b',
    ' https://a.b',
    'https://a.b/\u001b[2J',
    'https://a.b/\u0007',
    'https://a.b/\n-x',
    'https://',
    'http://[',
    'mailto:a@b.c?attach=/etc/passwd',
    'mailto:a@b.c?x=y&Attachment=/etc/passwd',
  ];

  test.each(REFUSED)('%j starts nothing', async (url) => {
    const folder = tempFolder();
    const { program } = recorder(folder, 'browser');
    expect(await openLink(url, { BROWSER: program })).toBe('refused');
    expect(existsSync(join(folder, 'calls.json'))).toBe(false);
  });

  test.each(REFUSED)('%j in a card is neither offered nor made a hyperlink', (url) => {
    const bare = url.replaceAll(/[\s<>]/g, '');
    for (const text of [`[a](<${url}>)`, `[a](${bare})`, `<${bare}>`, `![a](<${url}>)`]) {
      // An encoded control character does no harm; what must not be is another kind of address.
      for (const link of linksOf(text))
        expect(link.url).toMatch(/^https:\/\/a\.b(\/[\x21-\x7e]*)?$/);
      const drawn = renderMarkdown(text, { width: 80, colors: true, hyperlinks: true }).join('');
      for (const [, address] of drawn.matchAll(/\u001b\]8;;([^\u001b]*)\u001b\\/g)) {
        expect(address).toMatch(/^(https:\/\/a\.b(\/[\x21-\x7e]*)?)?$/);
      }
    }
  });

  test
    .skipIf(process.platform === 'win32')
    .each([
      'https://example.org/$(touch%20ran)?a=b&c=d;touch+ran|x`id`',
      `https://example.org/'quotes'`,
      'https://example.org/--help',
      'mailto:a@example.org?subject=--attach',
    ])('%j reaches the browser as one argument', async (url) => {
    const folder = tempFolder();
    const { program, calls } = recorder(folder, 'browser');
    expect(await openLink(url, { BROWSER: program })).toBe('opened');
    await written(join(folder, 'calls.json'));
    expect(calls()).toEqual([new URL(url).href]);
    expect(existsSync('ran')).toBe(false);
  });
});

test('no source file starts a program through a shell', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));
  const importing = (module: string) =>
    sources.filter(({ text }) => new RegExp(`^import \\{.*${module}'`, 'm').test(text));
  const direct = importing('node:child_process');
  // It starts nothing itself, and hands on what does to those below.
  const HANDS_ON = 'platform/programs.ts';
  expect(direct.map(({ name }) => name).sort()).toEqual([
    'platform/detached.ts',
    'platform/git/repository.ts',
    'platform/git/run.ts',
    HANDS_ON,
  ]);
  for (const { text } of direct) {
    expect(text).toMatch(/import \{ spawn(Sync)?(, spawnSync)? \} from 'node:child_process'/);
  }
  const handed = importing('/programs.js');
  expect(handed.map(({ name }) => name).sort()).toEqual([
    'platform/editor.ts',
    'platform/judge.ts',
  ]);
  for (const { name, text } of [...direct, ...handed]) {
    if (name !== HANDS_ON) expect(text, name).toContain('shell: false');
    expect(text, name).not.toContain('shell: true');
  }
});
