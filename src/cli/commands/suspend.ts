import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('suspend', {
  summary: 'Take cards out of the review until they are resumed.',
  example: 'viva suspend company:meta difficulty:1',
  done: 'suspended',
  ask: 'Suspend',
});
