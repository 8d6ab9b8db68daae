import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { parseCallerRequestKey } from '@/lib/shared/identifiers/caller-request-id';
import { VOUCHED_METHODS } from '@/lib/helpdesk/caller-check/caller-assessment';
import { DELIVERIES, OLD_DEVICE_FATES } from '@/lib/helpdesk/reissue/reissue';
import { REISSUE_REASONS } from '@/lib/helpdesk/reissue/reissue-reason';
import { MINUTE } from '@/lib/shared/time/duration';
import { justificationSchema } from '../schemas';

/** Limits are wider than what is accepted, so that there is an answer to what is too long. */
const line = z.string().max(1_000).default('');
const tick = z.literal('on').optional();

/** Whose phones are asked. */
export const askCallerSchema = z.object({ userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH) });

/** The form "Re-issue activation"; see `TypedReissue`. */
export const reissueSchema = z
  .object({
    userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH),
    reason: z.enum(REISSUE_REASONS),
    reasonText: line,
    ticket: line,
    oldDevice: z.enum([...OLD_DEVICE_FATES, 'none']),
    oldInstanceId: z.string().max(64).default(''),
    validForMinutes: z.coerce.number().int().min(0).max(10_000),
    delivery: z.enum(DELIVERIES),
    'call-back': tick,
    'call-back-detail': line,
    'identity-document': tick,
    'identity-document-detail': line,
    manager: tick,
    'manager-detail': line,
    'one-time-password': tick,
    'one-time-password-device': z.string().max(64).default(''),
    'one-time-password-digits': z.string().max(32).default(''),
    'login-request': z.string().max(64).default(''),
    ...justificationSchema,
  })
  .transform((form) => ({
    userId: form.userId,
    typed: {
      reason: form.reason,
      reasonText: form.reasonText,
      ticket: form.ticket,
      oldDevice:
        form.oldDevice === 'none' || form.oldInstanceId === ''
          ? null
          : { instanceId: form.oldInstanceId, fate: form.oldDevice },
      delivery: form.delivery,
      lifetimeMs: form.validForMinutes * MINUTE,
      checks: {
        vouched: VOUCHED_METHODS.flatMap((method) =>
          form[method] ? [{ method, detail: form[`${method}-detail`] }] : [],
        ),
        oneTimePassword: form['one-time-password']
          ? { instanceId: form['one-time-password-device'], digits: form['one-time-password-digits'] }
          : null,
        loginRequest: parseCallerRequestKey(form['login-request']),
      },
      justification: form.breakGlass ? form.justification : null,
    },
    /** To be shown again after a refusal: without the one-time password. */
    fields: Object.fromEntries(
      Object.entries(form).flatMap(([name, value]) =>
        name === 'one-time-password-digits' || value === undefined ? [] : [[name, String(value)]],
      ),
    ),
  }));
