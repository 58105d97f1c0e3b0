import type { Command } from '../contract/command.js';
import type { CommandName } from './catalogue.js';

/** Loads a command's own file, which is done only when it is called: start-up time is a feature. */
export const LOADERS: Readonly<Record<CommandName, () => Promise<{ command: Command }>>> = {
  review: () => import('../commands/review.js'),
  interview: () => import('../commands/interview.js'),
  import: () => import('../commands/import.js'),
  due: () => import('../commands/due.js'),
  plan: () => import('../commands/plan.js'),
  list: () => import('../commands/list.js'),
  show: () => import('../commands/show.js'),
  stats: () => import('../commands/stats.js'),
  optimize: () => import('../commands/optimize.js'),
  grade: () => import('../commands/grade.js'),
  undo: () => import('../commands/undo.js'),
  suspend: () => import('../commands/suspend.js'),
  resume: () => import('../commands/resume.js'),
  forget: () => import('../commands/forget.js'),
  collections: () => import('../commands/collections.js'),
  relink: () => import('../commands/relink.js'),
  lint: () => import('../commands/lint.js'),
  convert: () => import('../commands/convert.js'),
  export: () => import('../commands/export.js'),
  sync: () => import('../commands/sync.js'),
  backup: () => import('../commands/backup.js'),
  restore: () => import('../commands/restore.js'),
  doctor: () => import('../commands/doctor.js'),
  break: () => import('../commands/break.js'),
  config: () => import('../commands/config.js'),
  completion: () => import('../commands/completion.js'),
};
