import { takeOutCommand } from '../shared/take-out-command.js';

export const command = takeOutCommand('resume', {
  summary: 'Bring suspended and buried cards back into the review.',
  example: 'viva resume is:suspended part:Inference',
  done: 'resumed',
  ask: 'Resume',
});
