/** What the tournament takes of viva: the product's own entries, and its scheduler for rivals. */

export type { PlanRecord } from '../../src/app/plan/ports.js';
export { planReport } from '../../src/app/plan/report.js';
export { planToday } from '../../src/app/plan/today.js';
export type { Store } from '../../src/app/ports.js';
export { ReviewDesk } from '../../src/app/review/desk.js';
export type { ReviewPorts } from '../../src/app/review/request.js';
export { type CardId, cardId, studyDay } from '../../src/model/ids.js';
export { type Memory, NEW_MEMORY } from '../../src/model/memory.js';
export type { Moment } from '../../src/model/moment.js';
export { DEFAULT_TARGET } from '../../src/model/plan.js';
export type { Rating } from '../../src/model/rating.js';
export { DEFAULT_SETTINGS, DEFAULT_WEIGHTS, schedulerConfig } from '../../src/model/settings.js';
export { MemoryModel } from '../../src/plan/memory-model.js';
export { normal, pick, type Random, shuffle } from '../../src/plan/random.js';
export { applyReview } from '../../src/schedule/apply-review.js';
export { seededRandom } from '../../src/schedule/seeded-random.js';
export { openStore } from '../../src/store/open.js';
