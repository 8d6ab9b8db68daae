import 'server-only';
import { z } from 'zod';
import { DAY } from '../../shared/time/duration';
import { isPeriodAllowed } from '../../shared/time/period';

const day = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));

/** A period as pages and addresses name it: its first and its last day, in UTC, both belonging to it. */
export const daysSchema = z
  .object({ from: day, to: day })
  .transform(({ from, to }) => ({ from, to: new Date(to.getTime() + DAY) }))
  .refine(isPeriodAllowed);
