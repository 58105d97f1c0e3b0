import { expect, test } from 'vitest';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { freshAnswer } from '../../../src/cli/screens/plain-answer.js';
import { actOnLine, type PlainPorts } from '../../../src/cli/screens/plain-keys.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from '../store/support.js';

/** A review of three cards line by line, and what its ports were asked. */
function review() {
  const store = openTestStore(temporaryPath());
  importDeck(store, [3]);
  const desk = new ReviewDesk(
    { query: parseQuery(''), order: 'due', limit: null, fresh: null, minutes: null, cram: false },
    { store, moment: () => noon(20_000), settings: settingsSchema.parse({}), config: CONFIG },
  );
  const asked: string[] = [];
  const ports: PlainPorts = {
    editor: {
      edit: () => ({ text: `Card changed ${asked.push('edit')}`, tone: 'info' }),
      write: (module) => ({ text: `Card added ${asked.push(`new ${module}`)}`, tone: 'info' }),
      openSource: () => ({ text: `File read again ${asked.push('file')}`, tone: 'info' }),
      undoWriting: () => null,
    },
    opinion: {
      compare: async () => ({ named: [], missing: ['the second thing'] }),
      judge: () => null,
    },
    lastAnswer: () => 'what I said before',
    keepAnswer: (_, text) => asked.push(`keep ${text}`),
    openLink: async () => 'opened',
    openPicture: async () => 'failed',
    openDiagram: async () => 'failed',
    sourceOf: () => null,
  };
  const plain = freshAnswer();
  const options = { width: 60, colors: false, hyperlinks: false, linear: true };
  const say = async (line: string) =>
    (await actOnLine(line, { desk, ports, plain, options })).join('\n');
  return { desk, asked, say };
}

test('every key of the screen is there line by line', async () => {
  const { desk, asked, say } = review();
  const first = desk.view().record?.card.id;
  expect(await say('m')).toContain('See the answer first');
  expect(await say('p 1')).toContain('See the answer first');
  expect(await say('3')).toContain('See the answer first');
  expect(await say('t')).toContain('what I said before');
  expect(await say('f')).toBe('Flagged.');
  expect(await say('f')).toBe('No longer flagged.');
  expect(await say('i')).toMatch(/module/i);
  expect(await say('o')).toContain('no link');
  expect(await say('e')).toContain('Card changed');
  expect(await say('n')).toContain('Card added');
  expect(await say('t my words, as I say them')).toContain('the second thing');
  expect(asked).toContain('keep my words, as I say them');
  expect(desk.view().session.phase).toBe('answer');
  expect(await say('')).toContain('Rate it');
  expect(await say('good')).toBe('Good');
  expect(desk.view().record?.card.id).not.toBe(first);
  expect(await say('u')).toContain('the rating Good');
  expect(desk.view().record?.card.id).toBe(first);
  expect(await say('s')).toContain('Suspended');
  expect(await say('b')).toContain('tomorrow');
  await say('q');
  expect(desk.view().session).toMatchObject({ phase: 'finished', endReason: 'quit' });
});

test('what is no key tells all of them', async () => {
  const { say } = review();
  for (const line of ['?', 'x', 'what now', 'j']) {
    expect(await say(line)).toMatch(/Enter +show the answer/);
  }
});
