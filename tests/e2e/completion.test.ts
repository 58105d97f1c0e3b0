import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actingCharacters, hostile } from '../support/hostile.js';
import { openTerminal, type Terminal } from '../support/terminal/terminal.mjs';
import { BIN, moduleText, Viva } from '../support/viva.js';

/** Each of them would leave a file behind if a shell evaluated it. */
const TRAP = '$(touch OWNED) `touch OWNED` "$(touch OWNED)" \'; touch OWNED; #!! & *';

function home(): Viva {
  const viva = new Viva();
  const card = (q: string, companies: string) => ({ q, a: 'It is this.', companies });
  viva.write('decks/a.md', moduleText('KV Cache', 1, [card('What is a cache?', 'Google, xAI')]));
  viva.write(
    'decks/b.md',
    moduleText(TRAP.replaceAll('"', '\\"'), 2, [card('What is a trap?', "$(touch OWNED), O'Neil")]),
  );
  viva.write(
    'decks/c.md',
    moduleText(JSON.stringify(hostile('Kraken')).slice(1, -1), 3, [card('What acts?', 'Meta')]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

describe('viva complete', () => {
  const complete = (viva: Viva, ...words: string[]) => viva.run(['complete', '--', ...words]);
  const wordsOf = (stdout: string) =>
    stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0]]));

  test('gives names of the database, and nothing that acts', () => {
    const viva = home();
    const companies = complete(viva, 'list', 'company:');
    expect(wordsOf(companies.stdout)).toContain('company:$(touch OWNED)');
    expect(wordsOf(complete(viva, 'list', 'module:').stdout)).toEqual([
      'module:KV Cache',
      `module:${TRAP}`,
    ]);
    expect(actingCharacters(complete(viva, 'show', '').stdout.replaceAll('\t', ''))).toEqual([]);
    expect(complete(viva, 'show', '').stdout.trim().split('\n')).toHaveLength(3);
  });

  test('gives plans, breaks and parameters that are there', () => {
    const viva = home();
    viva.run(['plan', 'add', '--company', 'Google', '--date', '2099-12-14']);
    viva.run(['break', '2099-12-24..2100-01-02']);
    expect(complete(viva, 'plan', 'show', '').stdout).toBe(
      'Google\tplan 1, 2099-12-14\n1\tGoogle\n',
    );
    expect(complete(viva, 'break', 'remove', '').stdout).toBe('2099-12-24\tuntil 2100-01-02\n');
    expect(complete(viva, 'optimize', '--use', '').stdout).toBe('default\n');
  });

  test('reads the database that --db names', () => {
    const viva = home();
    const db = ['--db', join(viva.home, 'none.db')];
    expect(complete(viva, ...db, 'list', 'company:')).toEqual({
      stdout: '',
      stderr: '',
      status: 0,
    });
    expect(existsSync(join(viva.home, 'none.db'))).toBe(false);
  });

  test('makes no file and no folder', () => {
    const viva = new Viva();
    expect(complete(viva, 'list', 'company:').status).toBe(0);
    expect(readdirSync(viva.home)).toEqual([]);
  });

  test('says nothing whatever is wrong', () => {
    const viva = new Viva();
    viva.write('viva/viva.db', 'this is no database'.repeat(1000));
    viva.write('viva/config.json', '{');
    const quiet = { stdout: '', stderr: '', status: 0 };
    expect(complete(viva, 'list', 'company:')).toEqual(quiet);
    expect(complete(viva, 'nonsense', '--nonsense=')).toEqual(quiet);
    expect(viva.run(['complete']).stderr).toBe('');
    expect(complete(viva, 'list', 'comp')).toMatchObject({ status: 0, stderr: '' });
    expect(wordsOf(complete(viva, 'list', 'comp').stdout)).toEqual(['company:']);
    expect(complete(viva, 'import', '')).toEqual({ ...quiet, status: 1 });
  });
});

describe('viva completion', () => {
  test('writes the script of a shell', () => {
    const viva = new Viva();
    for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
      expect(viva.run(['completion', shell]).stdout).toMatch(/viva complete '?--/);
      expect(viva.json(['completion', shell])).toMatchObject({ version: 1, shell });
    }
    expect(viva.run(['completion', 'tcsh'])).toMatchObject({ status: 2 });
    expect(viva.run(['completion'])).toMatchObject({ status: 2 });
  });
});

interface Shell {
  readonly name: string;
  /** Gives a prompt that is easy to wait for. */
  readonly prompt: string;
}

const SHELLS: readonly Shell[] = [
  { name: 'bash', prompt: "PS1='> '" },
  { name: 'zsh', prompt: "PS1='> '" },
  { name: 'fish', prompt: "function fish_prompt; echo -n '> '; end" },
];

const isThere = (name: string) => spawnSync(name, ['--version']).status === 0;

/** Installs the completion with the README's own line and starts a shell that has it. */
async function startShell({ name, prompt }: Shell, viva: Viva): Promise<Terminal> {
  const [line = ''] = readFileSync('README.md', 'utf8').match(
    new RegExp(`^viva completion ${name} .*$`, 'm'),
  ) ?? [''];
  const bin = join(viva.home, 'bin');
  mkdirSync(bin);
  mkdirSync(join(viva.home, '.config/fish/completions'), { recursive: true });
  // Where this is missing, fish fills it from manual pages in the background.
  mkdirSync(join(viva.home, '.local/share/fish/generated_completions'), { recursive: true });
  symlinkSync(process.execPath, join(bin, 'node'));
  symlinkSync(BIN, join(bin, 'viva'));
  const env = {
    HOME: viva.home,
    VIVA_HOME: join(viva.home, 'viva'),
    PATH: [bin, process.env.PATH].join(delimiter),
  };
  expect(spawnSync(name, ['-c', line], { env, encoding: 'utf8' })).toMatchObject({
    status: 0,
    stderr: '',
  });
  const terminal = openTerminal(name, ['-i'], { columns: 140, cwd: viva.home, env });
  await terminal.waitFor(/\S/);
  terminal.send(`${prompt}\r`);
  await terminal.waitFor(/^> ?$/m);
  return terminal;
}

describe.each(SHELLS)('in $name', (shell) => {
  test.skipIf(!isThere(shell.name))(
    'the words are completed, and hostile names do nothing',
    async () => {
      const viva = home();
      writeFileSync(join(viva.home, 'my notes.md'), '');
      const terminal = await startShell(shell, viva);
      const type = async (keys: string, wanted: string) => {
        terminal.send('\u0015');
        terminal.send(keys);
        await terminal.waitFor((text) => text.includes(`> ${wanted}`));
      };
      await type('viva coll\t', 'viva collections');
      await type('viva list compa\t', 'viva list company:');
      await type('viva list company:goo\t', 'viva list company:Google');
      await type('viva list --company=goo\t', 'viva list --company=Google');
      await type('viva list --company xAI,goo\t', 'viva list --company xAI,Google');
      await type('viva list module:KV\\ C\t', 'viva list module:KV\\ Cache');
      await type('viva config set newP\t', 'viva config set newPerDay');
      await type('viva lint my\t', 'viva lint my\\ notes.md');
      // The trap is completed, run, and found as the one name it is.
      await type('viva list company:\\$\t', 'viva list company:\\$\\(touch\\ OWNED\\)');
      terminal.send('\r');
      await terminal.waitFor('What is a trap?');
      terminal.send('viva list module:\\$\t\r');
      await terminal.waitFor((text) => text.split('What is a trap?').length === 3);
      expect(existsSync(join(viva.home, 'OWNED'))).toBe(false);
      terminal.send('\u0015exit\r');
      await terminal.waitForExit();
    },
    90_000,
  );
});
