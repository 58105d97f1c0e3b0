import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('forget', {
  summary: 'Make cards new again. Their reviews stay in the journal; "viva undo" restores them.',
  example: 'viva forget module:22',
  done: 'are new again',
  ask: 'Forget what is known of',
});
