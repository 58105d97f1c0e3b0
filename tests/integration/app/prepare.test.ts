import { expect, test } from 'vitest';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from '../store/support.js';

const REQUEST = {
  ...{ query: parseQuery(''), order: 'due' as const, cram: false },
  ...{ limit: null, fresh: null, minutes: null },
};

/** Reviews four cards; `prepare` is called before each key, or never. Returns what was shown. */
function review(prepares: boolean) {
  const store = openTestStore(temporaryPath());
  importDeck(store, [4]);
  const ports = { moment: () => noon(20_000), settings: settingsSchema.parse({}), config: CONFIG };
  const desk = new ReviewDesk(REQUEST, { ...ports, store });
  const views: unknown[] = [];
  const prepared = () => {
    const before = desk.view();
    if (prepares) desk.prepare();
    expect(desk.view()).toBe(before);
    const { record, session, preview } = before;
    views.push([record, session.phase, session.pools, preview]);
  };
  for (const rating of [3, 1, 4, 2] as const) {
    prepared();
    desk.reveal();
    prepared();
    desk.rate(rating);
  }
  prepared();
  return views;
}

test('making ready for a rating changes nothing that is shown or comes next', () => {
  expect(review(true)).toEqual(review(false));
});
