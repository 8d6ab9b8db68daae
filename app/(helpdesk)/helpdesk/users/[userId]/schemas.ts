import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { REISSUE_REASONS } from '@/lib/helpdesk/caller-check/reissue-reason';

/** More than the core accepts, so that the core can refuse an input that is too long with a sentence. */
const line = z.string().max(1_000);

export const userSchema = z.object({ userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH) });

export const deviceSchema = userSchema.extend({
  instanceId: z.string().min(1).max(64),
});

export const unlockingSchema = deviceSchema.extend({ ticket: line });

/** Fields of a break-glass: why the agent goes on without a second person. */
export const justificationSchema = {
  breakGlass: z.literal('on').optional(),
  justification: z.string().max(4_000).default(''),
};

export const removalSchema = deviceSchema.extend({
  reason: z.enum(REISSUE_REASONS),
  ticket: line,
  ...justificationSchema,
});

/** More than the core accepts, so that an input that is too long is refused with a sentence. */
const detail = z.string().max(1_000).default('');

export const liftSchema = userSchema.extend({
  ticket: z.string().max(1_000),
  callBack: detail,
  identityDocument: detail,
  manager: detail,
});
