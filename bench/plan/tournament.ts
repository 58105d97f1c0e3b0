/** What the tournament's runner and its workers take of the sources. */
export { CELLS, cellName } from './cells.js';
export { pageOf } from './page.js';
export { play, WAYS } from './play.js';
export { reportOf } from './report.js';
export { summaryOf } from './summary.js';
export { TRUTHS } from './truths/list.js';
