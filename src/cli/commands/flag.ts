import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('flag', {
  summary: 'Flag cards, to find them with is:flagged; --off takes the flags away.',
  example: 'viva flag 7k2p',
  done: 'flagged',
  ask: null,
  off: { verb: 'unflag', description: 'take the flags away', done: 'no longer flagged' },
});
