import { expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from './support.js';

test('smoke', () => {
  const s = openTestStore(temporaryPath());
  importDeck(s, [3, 2]);
  console.log(
    s.collections(),
    s.find({ kind: 'all' }, noon(20000)).map((r) => r.card.id),
  );
  const a = s.append(
    { kind: 'review', card: cardId('m1c0'), rating: 3, durationMs: 12.5, reviewKind: 'learn' },
    noon(20000),
    CONFIG,
  );
  console.log(a);
  console.log(
    s.pools({
      query: { kind: 'all' },
      moment: noon(20000),
      order: 'due',
      reviewLimit: 10,
      freshLimit: 10,
    }),
  );
  console.log(
    s.waiting({ kind: 'all' }, noon(20000)),
    s.waitingBy('part', { kind: 'all' }, noon(20000)),
    s.forecast({ kind: 'all' }, noon(20000), 3),
    s.dayCounts(noon(20000).today),
  );
  console.log(s.undoLast(noon(20000, 5)), s.history(cardId('m1c0')), s.rebuild(), s.check());
});
