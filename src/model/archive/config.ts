import * as z from '../schema.js';
import { schedulerConfigSchema } from '../settings.js';
import { key } from './fields.js';

export const archiveConfigSchema = z.strictObject({ key, config: schedulerConfigSchema });

export type ArchiveConfig = z.infer<typeof archiveConfigSchema>;
