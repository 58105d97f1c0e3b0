import { ACT_R } from './act-r.js';
import { fsrsTruth } from './fsrs.js';
import { HALF_LIFE } from './half-life.js';
import { MCM } from './mcm.js';
import { PPE } from './ppe.js';
import type { Truth } from './truth.js';

/**
 * The memories of the tournament. `sketch` are people to whom nine of ten
 * questions are new, `anki` people who know three of four at first.
 */
export const TRUTHS: readonly Truth[] = [
  fsrsTruth('sketch', 0.9),
  fsrsTruth('anki', 0.24),
  ACT_R,
  MCM,
  PPE,
  HALF_LIFE,
];
