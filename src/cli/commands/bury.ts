import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('bury', {
  summary: 'Put cards off till tomorrow.',
  example: 'viva bury module:22',
  done: 'put off till tomorrow',
  ask: 'Bury',
});
