import { parameterOriginSchema } from '../parameters.js';
import * as z from '../schema.js';
import { weightsSchema } from '../settings.js';
import { count, eventName, time } from './fields.js';

/** Added after viva 0.1: an archive may lack these. */
export const archiveParametersSchema = z.strictObject({
  id: eventName,
  weights: z.nullable(weightsSchema),
  adoptedAt: time,
  reviews: count,
  reschedulesBefore: z.nullable(time),
  origin: parameterOriginSchema,
});

export type ArchiveParameters = z.infer<typeof archiveParametersSchema>;
