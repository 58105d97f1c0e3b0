import type { Command } from '../contract/command.js';

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ command: Command }>;
}

/**
 * Every command, with what the overview says of it. A command's own file is
 * loaded only when it is called: start-up time is a feature.
 */
export const CATALOGUE: readonly Entry[] = [
  {
    name: 'review',
    summary: "today's review, in the terminal",
    load: () => import('../commands/review.js'),
  },
  {
    name: 'interview',
    summary: 'a mock interview against the clock, with a report',
    load: () => import('../commands/interview.js'),
  },
  {
    name: 'import',
    summary: 'read modules into cards, keeping every history',
    load: () => import('../commands/import.js'),
  },
  {
    name: 'due',
    summary: 'what is waiting today and on the next days',
    load: () => import('../commands/due.js'),
  },
  {
    name: 'plan',
    summary: 'be ready on the day of an interview',
    load: () => import('../commands/plan.js'),
  },
  { name: 'list', summary: 'cards as a table', load: () => import('../commands/list.js') },
  {
    name: 'show',
    summary: 'one card with its memory and history',
    load: () => import('../commands/show.js'),
  },
  {
    name: 'stats',
    summary: 'how much there is and how much was done',
    load: () => import('../commands/stats.js'),
  },
  {
    name: 'optimize',
    summary: 'learn your memory: fit the parameters of FSRS',
    load: () => import('../commands/optimize.js'),
  },
  {
    name: 'simulate',
    summary: 'compare ways to prepare for a day',
    load: () => import('../commands/simulate.js'),
  },
  {
    name: 'grade',
    summary: 'review one card without the screen',
    load: () => import('../commands/grade.js'),
  },
  {
    name: 'undo',
    summary: 'take the newest rating or change back',
    load: () => import('../commands/undo.js'),
  },
  {
    name: 'suspend',
    summary: 'take cards out of the review',
    load: () => import('../commands/suspend.js'),
  },
  {
    name: 'resume',
    summary: 'bring suspended or buried cards back',
    load: () => import('../commands/resume.js'),
  },
  { name: 'forget', summary: 'make cards new again', load: () => import('../commands/forget.js') },
  {
    name: 'collections',
    summary: 'what is imported, from where, when',
    load: () => import('../commands/collections.js'),
  },
  {
    name: 'relink',
    summary: 'give a new card the history of a retired one',
    load: () => import('../commands/relink.js'),
  },
  { name: 'lint', summary: 'check module files', load: () => import('../commands/lint.js') },
  {
    name: 'convert',
    summary: 'clean module files from a damaged collection',
    load: () => import('../commands/convert.js'),
  },
  {
    name: 'export',
    summary: 'cards, memory and history for other programs',
    load: () => import('../commands/export.js'),
  },
  {
    name: 'backup',
    summary: 'copy the database to a file that stands by itself',
    load: () => import('../commands/backup.js'),
  },
  {
    name: 'restore',
    summary: 'put a backup in the place of the database, or list them',
    load: () => import('../commands/restore.js'),
  },
  {
    name: 'doctor',
    summary: 'check everything viva keeps, and mend it',
    load: () => import('../commands/doctor.js'),
  },
  {
    name: 'break',
    summary: 'days off: what falls due in them comes before and after',
    load: () => import('../commands/break.js'),
  },
  { name: 'config', summary: 'settings', load: () => import('../commands/config.js') },
  {
    name: 'completion',
    summary: 'let the shell complete commands, flags and names',
    load: () => import('../commands/completion.js'),
  },
];
