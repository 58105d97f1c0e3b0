import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('bury', {
  summary: 'Bury cards: put them off until tomorrow.',
  example: 'viva bury module:22',
  done: 'put off until tomorrow',
  ask: 'Bury',
});
