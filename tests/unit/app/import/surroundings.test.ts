import { expect, test } from 'vitest';
import { surroundingsOf } from '../../../../src/app/import/surroundings.js';

test('the ids that Notion puts behind names are no part of them', () => {
  const id = '0123abcd'.repeat(4);
  const path = `/notes/Ports ${id}/What is a port ${id}.md`;
  const around = surroundingsOf('/notes', [path], true)(path, null);
  expect(around).toMatchObject({ folders: ['Ports'], name: 'What is a port' });
});
