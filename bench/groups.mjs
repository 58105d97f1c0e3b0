// Every group of measures: how it is made for a number of cards, and at which sizes it is taken
// to see how its cost grows; not so the slow ones with --quick.
import { drawMeasure } from './measures/draw.mjs';
import { importMeasure } from './measures/import.mjs';
import { importListMeasure } from './measures/import-list.mjs';
import { installedSizeMeasure } from './measures/installed-size.mjs';
import { planDayMeasure } from './measures/plan-day.mjs';
import { rebuildMeasure } from './measures/rebuild.mjs';
import {
  browserFrameMeasure,
  browserKeyMeasure,
  browserMemoryMeasure,
  firstFrameMeasure,
  keyMeasure,
  memoryMeasure,
} from './measures/screen.mjs';
import { searchMeasure } from './measures/search.mjs';
import { dueMeasure, textMeasures } from './measures/start-up.mjs';
import { statsMeasure } from './measures/stats.mjs';
import { syncMeasure } from './measures/sync.mjs';
import { syncCloneMeasure } from './measures/sync-clone.mjs';

const UP_TO_100_K = [1_000, 10_000, 100_000];
const UP_TO_1_M = [...UP_TO_100_K, 1_000_000];

export const GROUPS = [
  { name: 'version and help', make: textMeasures },
  { name: 'due', make: dueMeasure, sizes: UP_TO_1_M },
  { name: 'first frame', make: firstFrameMeasure, sizes: UP_TO_100_K, slow: true },
  { name: 'key', make: keyMeasure, sizes: UP_TO_100_K, slow: true },
  { name: 'browse, first frame', make: browserFrameMeasure, sizes: UP_TO_100_K, slow: true },
  { name: 'browse, keys', make: browserKeyMeasure, sizes: UP_TO_100_K, slow: true },
  { name: 'browse, memory', make: browserMemoryMeasure, sizes: UP_TO_100_K, slow: true },
  { name: 'import', make: importMeasure, sizes: UP_TO_100_K, growthRounds: 3 },
  { name: 'import of a list', make: importListMeasure },
  { name: 'rebuild', make: rebuildMeasure, sizes: UP_TO_100_K, growthRounds: 3 },
  { name: 'draw', make: drawMeasure, sizes: UP_TO_1_M },
  { name: 'plan of a day', make: planDayMeasure },
  { name: 'search', make: searchMeasure, sizes: UP_TO_1_M },
  { name: 'stats', make: statsMeasure, sizes: UP_TO_100_K },
  { name: 'sync', make: syncMeasure },
  { name: 'sync, first clone', make: syncCloneMeasure },
  { name: 'memory', make: memoryMeasure, sizes: UP_TO_100_K, slow: true },
  { name: 'installed size', make: installedSizeMeasure },
];
