import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { interviewLog } from '../../../src/platform/interview-log.js';
import { tempFolder } from '../../support/home.js';

describe('the log of interviews', () => {
  test('keeps the cards of each interview, the newest interview first', () => {
    const database = join(tempFolder(), 'viva.db');
    const log = interviewLog(database);
    expect(log.asked()).toEqual([]);
    log.add(cardId('a'), true);
    log.add(cardId('b'), false);
    log.add(cardId('c'), true);
    expect(interviewLog(database).asked()).toEqual([['c'], ['a', 'b']]);
    const path = join(database, '..', 'viva-interviews.json');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('keeps what interviews came to beside, the newest first, and reads older files', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'viva-interviews.json'), '{"interviews":[["a"]]}');
    const log = interviewLog(join(folder, 'viva.db'));
    expect(log.history()).toEqual([]);
    const past = (at: number) => ({
      ...{ at, rated: 1, good: 0, named: 2, points: 5, spentMs: 9, recorded: true },
      questions: [{ id: cardId('a'), question: 'Why?', rating: 2 as const }],
    });
    log.finish(past(1));
    log.finish(past(2));
    log.add(cardId('b'), true);
    expect(log.history()).toEqual([past(2), past(1)]);
    expect(log.asked()).toEqual([['b'], ['a']]);
  });

  test('forgets what was asked ten interviews ago', () => {
    const log = interviewLog(join(tempFolder(), 'viva.db'));
    for (let n = 0; n < 12; n++) log.add(cardId(`card${n}`), true);
    expect(log.asked()).toHaveLength(10);
    expect(log.asked()[0]).toEqual(['card11']);
  });

  test.each(['', '{', '[]', '{"interviews":[1]}', '\u0000'])(
    'begins anew where the file holds %j',
    (text) => {
      const folder = tempFolder();
      writeFileSync(join(folder, 'viva-interviews.json'), text);
      const log = interviewLog(join(folder, 'viva.db'));
      expect(log.asked()).toEqual([]);
      log.add(cardId('a'), false);
      expect(log.asked()).toEqual([['a']]);
    },
  );
});
