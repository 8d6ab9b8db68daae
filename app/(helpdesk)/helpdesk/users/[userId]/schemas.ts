import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { REISSUE_REASONS } from '@/lib/helpdesk/reissue/reissue-reason';

/** Limits are wider than what is accepted, so that there is an answer to what is too long. */
const line = z.string().max(1_000);

export const deviceSchema = z.object({
  userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH),
  instanceId: z.string().min(1).max(64),
});

/** Why one goes on without a second person; null where one waits. */
export const justificationSchema = {
  breakGlass: z.literal('on').optional(),
  justification: z.string().max(4_000).default(''),
};

export const removalSchema = deviceSchema.extend({
  reason: z.enum(REISSUE_REASONS),
  ticket: line,
  ...justificationSchema,
});
