import { describe, expect, test } from 'vitest';
import { findLayout, segmentName, segmentPath } from '../../../src/sync/layout.js';

const ID = '0123456789abcdef0123';

describe('segmentName', () => {
  test('reads what segmentPath makes, sealed or not', () => {
    const path = segmentPath(ID, 3, 20);
    const read = { device: ID, first: 3, last: 20, isCopy: false };
    expect(segmentName(path)).toEqual({ path, ...read });
    expect(segmentName(`${path}.age`)).toEqual({ path: `${path}.age`, ...read });
  });

  test('reads names whose case a drive has changed', () => {
    const path = `LOG/${ID.toUpperCase()}/3-20.JSONL`;
    expect(segmentName(path)).toMatchObject({ path, device: ID, first: 3 });
  });

  test.each([
    '3-20.sync-conflict-20261130-101010-ABCDEFG.jsonl',
    "3-20 (anna's conflicted copy 2026-11-30).jsonl",
    '3-20_conflict-20261130.jsonl',
    '3-20 (1).jsonl',
    '3-20 2.jsonl',
    '3-20-LAPTOP.jsonl',
    '3-20.jsonl.sync-conflict-20261130-101010-ABCDEFG.age',
    "3-20.jsonl (anna's conflicted copy 2026-11-30).age",
    '3-20.jsonl (1).age',
    '3-20.jsonl-LAPTOP.age',
    '3-20.jsonl.conflict1',
    '3-20.jsonl.age.conflict2',
    '3-20.conflict1.jsonl',
    '3-20.jsonl..path1',
    '3-20 [conflict].jsonl',
    '3-20 (SFConflict anna@example.org 2026-11-30-10-10-10).jsonl',
  ])('knows the copy %s that a synchroniser made', (name) => {
    expect(segmentName(`log/${ID}/${name}`)).toMatchObject({ first: 3, last: 20, isCopy: true });
  });

  test.each([
    `log/${ID}/.3-20.jsonl.tmp`,
    `log/${ID}/.viva-12.tmp`,
    `log/${ID}/3-20.jsonl.part`,
    `log/${ID}/3-20.jsonl.1a2b3c4d.partial`,
    `log/${ID}/.syncthing.3-20.jsonl.tmp`,
    `log/${ID}/.3-20.jsonl.icloud`,
    `log/${ID}/3-20.jsonl~`,
    `log/${ID}/20-3.jsonl`,
    `log/${ID}/0-3.jsonl`,
    `log/${ID}/3-20.json`,
    `log/abc/3-20.jsonl`,
    `x/log/${ID}/3-20.jsonl`,
  ])('takes %s for something else', (path) => {
    expect(segmentName(path)).toBeNull();
  });
});

describe('findLayout', () => {
  test.each([
    [[], '', 'none'],
    [['.stfolder', '.git'], '', 'none'],
    [['README.md', 'decks/a.md'], 'viva-sync/', 'none'],
    [['format.json', `log/${ID}/1-2.jsonl`], '', 'whole'],
    [['README.md', 'viva-sync/format.json'], 'viva-sync/', 'whole'],
    [['FORMAT.JSON'], '', 'whole'],
    [[`log/${ID}/1-2.jsonl`], '', 'half'],
    [['notes.md', `viva-sync/devices/${ID}.json`], 'viva-sync/', 'half'],
  ] as const)('of %j is at "%s", %s', (paths, root, state) => {
    expect(findLayout(paths)).toEqual({ root, state });
  });
});
