import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '../../../../src/cli/contract/context.js';
import { trainingOffer } from '../../../../src/cli/shared/training-offer.js';
import { DAY_MS } from '../../../../src/model/moment.js';
import { tempFolder } from '../../../support/home.js';

test('learning your memory is offered once a week at most, and only where it is worth it', () => {
  const paths = { database: join(tempFolder(), 'viva.db') };
  const offer = (day: number, reviews = 3822) => {
    const context = { paths, now: () => day * DAY_MS } as unknown as Context;
    return trainingOffer({ reviewsSinceTraining: () => reviews }, context);
  };
  expect(offer(1, 3)).toEqual([]);
  expect(offer(1)).toEqual(['Run `viva optimize` to fit 3,822 reviews']);
  expect(offer(1.1)).toEqual([]);
  expect(offer(7.9)).toEqual([]);
  expect(offer(8)).toHaveLength(1);
  expect(offer(9)).toEqual([]);
});
