import { afterEach, describe, expect, test, vi } from 'vitest';
import { editorArguments, openInEditor, splitCommand } from '../../../src/platform/editor.js';

describe('splitCommand', () => {
  test.each([
    ['vim', ['vim']],
    ['code --wait', ['code', '--wait']],
    ['"/my editor/run" -x \'a b\'', ['/my editor/run', '-x', 'a b']],
    ['vi; rm -rf $HOME', ['vi;', 'rm', '-rf', '$HOME']],
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
    ['unknown', ['/d/a.md']],
  ])('%s opens at the line', (program, args) => {
    expect(editorArguments(program, '/d/a.md', 7)).toEqual(args);
  });

  test('never passes a name that looks like an option', () => {
    expect(editorArguments('vim', '-c:!sh', 1)[1]).toMatch(/^\/.*-c:!sh$/);
  });
});

test('an editor that fails is said', () => {
  expect(() => openInEditor({ EDITOR: 'false' }, '/d/a.md', 1)).toThrow(/status 1/);
  expect(() => openInEditor({ EDITOR: 'no-such-program' }, '/d/a.md', 1)).toThrow(
    /no-such-program/,
  );
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
    const { programRunner } = await import('../../../src/platform/editor.js');
    const run = await programRunner('win32');
    const { createRequire } = await import('node:module');
    const childProcess = createRequire(import.meta.url)('node:child_process');
    const real = childProcess.spawnSync;
    childProcess.spawnSync = (...args: unknown[]) => {
      started.push(args);
      return { status: 0 };
    };
    try {
      openInEditor({ EDITOR: 'C:/tools/code.cmd' }, '/d/a & calc.md', 3, run);
    } finally {
      childProcess.spawnSync = real;
    }
    const [program, args] = started[0] ?? [];
    expect(program).toMatch(/cmd\.exe$/);
    expect(String(args)).toMatch(/^\/d,\/s,\/c,/);
    expect(String(args)).toContain('a^ ^&^ calc.md');
  });

  test('elsewhere Node itself starts the editor', async () => {
    const { programRunner } = await import('../../../src/platform/editor.js');
    expect((await programRunner('linux'))('true', [], { stdio: 'inherit' }).status).toBe(0);
  });
});
