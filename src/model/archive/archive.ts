import * as z from '../schema.js';
import { type ArchiveCard, archiveCardSchema } from './card.js';
import { type ArchiveCollection, archiveCollectionSchema } from './collection.js';
import { type ArchiveConfig, archiveConfigSchema } from './config.js';
import { type ArchiveEvent, archiveEventSchema } from './event.js';
import { archiveHeadSchema } from './head.js';
import { type ArchiveModule, archiveModuleSchema } from './module.js';
import { type ArchiveParameters, archiveParametersSchema } from './parameters.js';
import { type ArchivePlan, archivePlanSchema } from './plan.js';

/** A whole archive as one JSON document. */
export const archiveSchema = z.strictObject({
  ...archiveHeadSchema.shape,
  configs: z.array(archiveConfigSchema),
  collections: z.array(archiveCollectionSchema),
  modules: z.array(archiveModuleSchema),
  cards: z.array(archiveCardSchema),
  parameters: z.optional(z.array(archiveParametersSchema)),
  events: z.array(archiveEventSchema),
  /** Archives of before there were plans have no such list. */
  plans: z.optional(z.array(archivePlanSchema)),
});

/** What an archive is made of, in the order in which the kinds stand in it. */
export type ArchiveRecord =
  | { readonly type: 'config'; readonly value: ArchiveConfig }
  | { readonly type: 'collection'; readonly value: ArchiveCollection }
  | { readonly type: 'module'; readonly value: ArchiveModule }
  | { readonly type: 'card'; readonly value: ArchiveCard }
  | { readonly type: 'parameters'; readonly value: ArchiveParameters }
  | { readonly type: 'event'; readonly value: ArchiveEvent }
  | { readonly type: 'plan'; readonly value: ArchivePlan };
