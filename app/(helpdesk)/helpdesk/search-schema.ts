import { z } from 'zod';

/** Longer than what is accepted, so that there is an answer to what is too long; the address itself has a limit. */
const MAXIMUM_LENGTH = 1_000;

/** What the address of the search says; whatever is malformed counts as not said. */
export const searchSchema = z.object({
  q: z.string().max(MAXIMUM_LENGTH).catch(''),
  after: z.string().max(MAXIMUM_LENGTH).nullable().catch(null),
});
