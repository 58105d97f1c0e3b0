/** What the tournament takes of viva: the product's own entries, and its scheduler for rivals. */

export type { PlanRecord, StoredPlanCard } from '../../src/app/plan/ports.js';
export { planReport } from '../../src/app/plan/report.js';
export { planToday } from '../../src/app/plan/today.js';
export type { Store } from '../../src/app/ports.js';
export { ReviewDesk } from '../../src/app/review/desk.js';
export type { Appended } from '../../src/app/review/ports.js';
export type { ReviewPorts } from '../../src/app/review/request.js';
export type { Card } from '../../src/model/card.js';
export type { ReviewEvent } from '../../src/model/event.js';
export { type CardId, cardId, configId, eventId, studyDay } from '../../src/model/ids.js';
export { type Memory, NEW_MEMORY } from '../../src/model/memory.js';
export type { Moment } from '../../src/model/moment.js';
export { NO_TARGET } from '../../src/model/plan.js';
export type { Rating } from '../../src/model/rating.js';
export { reviewCode } from '../../src/model/review-code.js';
export {
  DEFAULT_SETTINGS,
  DEFAULT_WEIGHTS,
  type SchedulerConfig,
  schedulerConfig,
} from '../../src/model/settings.js';
export { applyReview } from '../../src/schedule/apply-review.js';
export { applyEvent } from '../../src/schedule/fold.js';
export { MemoryModel } from '../../src/schedule/memory-model.js';
export { normal, pick, type Random } from '../../src/schedule/random.js';
export { seededRandom } from '../../src/schedule/seeded-random.js';
export { openStore } from '../../src/store/open.js';
