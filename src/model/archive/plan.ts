import { planSchema } from '../plan.js';
import * as z from '../schema.js';
import { changeTime, day, eventName, time } from './fields.js';

/** A plan for an interview; `removedAt` is null for one that stands. */
export const archivePlanSchema = z.strictObject({
  ...planSchema.shape,
  id: eventName,
  deadlineAt: time,
  deadlineDay: day,
  minutesPerDay: z.int().check(z.minimum(1), z.maximum(1440)),
  createdAt: time,
  changedAt: z.optional(changeTime),
  removedAt: z.nullable(time),
});

export type ArchivePlan = z.infer<typeof archivePlanSchema>;
