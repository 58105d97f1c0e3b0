import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('flag', {
  summary: 'Flag cards, to find them with is:flagged; --off removes the flags.',
  example: 'viva flag 7k2p',
  done: 'flagged',
  ask: null,
  off: { verb: 'unflag', description: 'remove the flags', done: 'no longer flagged' },
});
