import { afterEach, describe, expect, test, vi } from 'vitest';
import { editorArguments, editorOn, splitCommand } from '../../../src/platform/editor.js';

describe('splitCommand', () => {
  test.each([
    ['vim', ['vim']],
    ['code --wait', ['code', '--wait']],
    ['"/my editor/run" -x \'a b\'', ['/my editor/run', '-x', 'a b']],
    ['vi; rm -rf $HOME', ['vi;', 'rm', '-rf', '$HOME']],
    // Windows parts folders by backslashes, which escape nothing.
    ['C:\\tools\\code.cmd --wait', ['C:\\tools\\code.cmd', '--wait']],
    ['"C:\\Program Files\\Code\\code.cmd" --wait', ['C:\\Program Files\\Code\\code.cmd', '--wait']],
    ["'\\\\server\\my share\\n.exe' -x", ['\\\\server\\my share\\n.exe', '-x']],
    ['C:\\"Program Files"\\n.exe', ['C:\\Program Files\\n.exe']],
    ['', []],
  ])('%j', (text, words) => {
    expect(splitCommand(text)).toEqual(words);
  });
});

describe('editorArguments', () => {
  test.each([
    ['vim', ['+7', '/d/a.md']],
    ['/usr/bin/nano', ['+7', '/d/a.md']],
    ['code', ['--wait', '--goto', '/d/a.md:7']],
    ['hx', ['/d/a.md:7']],
    ['subl', ['--wait', '/d/a.md:7']],
    ['gedit', ['--wait', '/d/a.md']],
    ['kate', ['--block', '--line', '7', '/d/a.md']],
    ['gvim', ['-f', '+7', '/d/a.md']],
    ['unknown', ['/d/a.md']],
  ])('%s opens at the line', (program, args) => {
    expect(editorArguments('linux', program, '/d/a.md', 7)).toEqual(args);
  });

  test.each([
    ['C:\\Program Files\\Microsoft VS Code\\bin\\code.cmd', ['--wait', '--goto', 'C:\\d\\a.md:7']],
    ['C:/tools/Code.CMD', ['--wait', '--goto', 'C:\\d\\a.md:7']],
    ['\\\\server\\share\\subl.exe', ['--wait', 'C:\\d\\a.md:7']],
    ['nvim.bat', ['+7', 'C:\\d\\a.md']],
    ['Vim', ['+7', 'C:\\d\\a.md']],
    ['notepad', ['C:\\d\\a.md']],
  ])('on Windows %s opens at the line', (program, args) => {
    expect(editorArguments('win32', program, 'C:\\d\\a.md', 7)).toEqual(args);
  });

  test.each([
    ['C:/notes/a.md', 'C:\\notes\\a.md'],
    ['\\\\server\\share\\a b.md', '\\\\server\\share\\a b.md'],
    ['C:\\my notes\\-x.md', 'C:\\my notes\\-x.md'],
  ])('on Windows %s is opened as a path', (file, path) => {
    expect(editorArguments('win32', 'notepad.exe', file, 1)).toEqual([path]);
  });

  test('never passes a name that looks like an option', () => {
    expect(editorArguments('linux', 'vim', '-c:!sh', 1)[1]).toMatch(/^\/.*-c:!sh$/);
  });
});

describe('without a terminal', () => {
  const open = async (env: NodeJS.ProcessEnv) => (await editorOn('linux', env, false))('/d/a', 1);

  test.each([{}, { EDITOR: 'nvim' }, { VISUAL: '/usr/bin/nano -w' }, { EDITOR: 'hx' }])(
    '%o is refused, as it would wait for ever',
    async (env) => {
      const refused = expect.objectContaining({ code: 'no-terminal' });
      await expect(open(env)).rejects.toEqual(refused);
    },
  );

  test('what needs none is started', async () => {
    await expect(open({ EDITOR: 'true' })).resolves.toBeUndefined();
  });
});

test('an editor that fails is said', async () => {
  const open = async (EDITOR: string) => (await editorOn('linux', { EDITOR }))('/d/a.md', 1);
  await expect(open('false')).rejects.toThrow(/status 1/);
  await expect(open(`sh -c 'kill $$'`)).rejects.toThrow(/ended by SIGTERM/);
  await expect(open('no-such-program')).rejects.toThrow(/no-such-program/);
  await expect(open('true')).resolves.toBeUndefined();
});

describe('on Windows', () => {
  const here = Object.getOwnPropertyDescriptor(process, 'platform') as PropertyDescriptor;
  afterEach(() => {
    Object.defineProperty(process, 'platform', here);
    vi.resetModules();
  });

  test('a .cmd editor is started by cmd.exe, which sees every argument in quotes', async () => {
    const started: unknown[][] = [];
    vi.resetModules();
    Object.defineProperty(process, 'platform', { ...here, value: 'win32' });
    const platform = await import('../../../src/platform/editor.js');
    const open = await platform.editorOn('win32', { EDITOR: 'C:/tools/code.cmd' });
    const { createRequire } = await import('node:module');
    const childProcess = createRequire(import.meta.url)('node:child_process');
    const real = childProcess.spawnSync;
    childProcess.spawnSync = (...args: unknown[]) => {
      started.push(args);
      return { status: 0 };
    };
    try {
      open('/d/a & calc.md', 3);
    } finally {
      childProcess.spawnSync = real;
    }
    const [program, args] = started[0] ?? [];
    expect(program).toMatch(/cmd\.exe$/);
    expect(String(args)).toMatch(/^\/d,\/s,\/c,/);
    expect(String(args)).toContain('a^ ^&^ calc.md');
  });
});
