import type { CardActions } from './actions.js';
import type { EditActions } from './edit-actions.js';
import type { BrowseModel } from './model.js';

/** What the browser's keys act on. */
export interface KeyTargets {
  readonly model: BrowseModel;
  readonly actions: CardActions;
  readonly edits: EditActions;
}
