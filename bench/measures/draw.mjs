// The draw of the next card behind a rating, and of the first one from the whole queue.
import { join } from 'node:path';
import { copyDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { MOMENT } from '../world.mjs';

const DRAWS_A_ROUND = 20;

export function drawMeasure(world, cards) {
  const next = 'draw the next card';
  const first = 'draw the first card of a session';
  const copy = join(world.folder, 'draw.db');
  let store;
  return {
    name: 'draw',
    rows: [
      { name: next, taken: 'next', goal: 2 },
      { name: first, taken: 'first', goal: 50 },
    ],
    begin() {
      copyDatabase(world.database(cards), copy);
      store = world.open(copy);
    },
    round: async () => {
      let desk;
      const first = await timed(() => {
        desk = openDesk(world, store);
      });
      return { first, next: drawTimes(desk) };
    },
    end: () => store?.close(),
  };
}

function openDesk({ source, settings, config }, store) {
  const request = { query: { kind: 'all' }, order: 'due', limit: null, fresh: 1_000 };
  return new source.ReviewDesk(
    { ...request, minutes: null, cram: false },
    { store: withoutAppend(store), moment: () => MOMENT, settings, config },
  );
}

let appended = 0;

/** The time in which the rating is written is no part of the draw. */
function withoutAppend(store) {
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'append') return target[name];
      return (...args) => {
        const from = performance.now();
        const result = target.append(...args);
        appended += performance.now() - from;
        return result;
      };
    },
  });
}

function drawTimes(desk) {
  const times = [];
  while (times.length < DRAWS_A_ROUND && desk.view().record !== null) {
    desk.reveal();
    appended = 0;
    const from = performance.now();
    desk.rate(3);
    times.push(performance.now() - from - appended);
  }
  return times;
}
