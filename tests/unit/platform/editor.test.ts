import { describe, expect, test } from 'vitest';
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
