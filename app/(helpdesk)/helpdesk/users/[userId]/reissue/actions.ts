'use server';

import { redirect } from 'next/navigation';
import type { Route } from 'next';
import type { CallerAsked } from '@/components/helpdesk/reissue/run-caller-request';
import { NO_DEVICE } from '@/components/helpdesk/reissue/caller-checks';
import { askCaller, type AskCallerRefusal } from '@/lib/helpdesk/caller-check/ask-caller';
import { describeCallerRequest } from '@/lib/helpdesk/caller-check/follow-caller-request';
import { requestInvitation, type InvitationRefusal } from '@/lib/helpdesk/invitations/request-invitation';
import { formAction } from '@/lib/web/actions/form-action';
import { recordRefusal } from '@/lib/web/actions/record-refusal';
import { refused, type StaffCode } from '../../../refused';
import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { parseCallerRequestKey } from '@/lib/shared/identifiers/caller-request-id';
import { isProof, VOUCHED_METHODS, type VouchedMethod } from '@/lib/helpdesk/caller-check/caller-assessment';
import { DELIVERIES, OLD_DEVICE_FATES, lifetimesOf } from '@/lib/helpdesk/reissue/reissue';
import { REISSUE_REASONS } from '@/lib/helpdesk/reissue/reissue-reason';
import { MINUTE } from '@/lib/shared/time/duration';
import { justificationSchema } from '../schemas';

/** More than the core accepts, so that the core can refuse an input that is too long with a sentence. */
const line = z.string().max(1_000).default('');

const askCallerSchema = z.object({ userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH) });

/** The form "Re-issue activation"; see `TypedReissue`. */
const reissueSchema = z
  .object({
    userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH),
    reason: z.enum(REISSUE_REASONS),
    reasonText: line,
    ticket: line,
    oldDevice: z.enum([...OLD_DEVICE_FATES, 'none']).default('none'),
    oldInstanceId: z.string().max(64).default(''),
    // 0 for what the way of delivery usually has.
    validForMinutes: z.coerce.number().int().min(0).max(100_000),
    delivery: z.enum(DELIVERIES),
    'call-back-detail': line,
    'identity-document-detail': line,
    'manager-detail': line,
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
        form.oldDevice === 'none' || form.oldInstanceId === '' || form.oldInstanceId === NO_DEVICE
          ? null
          : { instanceId: form.oldInstanceId, fate: form.oldDevice },
      delivery: form.delivery,
      lifetimeMs: form.validForMinutes * MINUTE || lifetimesOf(form.delivery).normal,
      checks: {
        vouched: VOUCHED_METHODS.map((method) => ({ method, detail: form[`${method}-detail`].trim() })).filter(
          ({ detail }) => detail !== '',
        ),
        oneTimePassword:
          form['one-time-password-digits'].trim() === ''
            ? null
            : { instanceId: form['one-time-password-device'], digits: form['one-time-password-digits'] },
        loginRequest: parseCallerRequestKey(form['login-request']),
      },
      justification: form.breakGlass ? form.justification : null,
    },
    /** No device, nor none of them, was chosen. */
    isUndecided: form.oldDevice !== 'none' && form.oldInstanceId === '',
    /** Values to show again after a refusal. The one-time password is left out. */
    fields: Object.fromEntries(
      Object.entries(form).flatMap(([name, value]) =>
        name === 'one-time-password-digits' || value === undefined ? [] : [[name, String(value)]],
      ),
    ),
  }));

export const reissueAction = formAction(
  { permission: 'invitation:send', schema: reissueSchema, proof: 'decide-as-staff', kept: ({ fields }) => fields },
  async ({ userId, typed, isUndecided, fields }, { services, signedIn, origin }) => {
    const { user } = signedIn;
    if (isUndecided) return refused('old-device-missing', fields);
    const target = { userId, domain: user.domain };
    const asked = await requestInvitation(services.helpdesk, signedIn, target, typed, origin);
    if (!asked.ok && asked.refusal === 'not-permitted') await recordRefusal(signedIn, 'approval:break-glass');
    if (!asked.ok) return { ...refused(asked.refusal, fields), ...atField(asked.refusal, typed) };
    redirect(`/helpdesk/invitations/${asked.value.id}` as Route);
  },
);

/** The refusal beside the field that it is about, if it is about one. */
function atField(
  refusal: InvitationRefusal,
  { checks }: { checks: { vouched: readonly { method: VouchedMethod; detail: string }[] } },
): { errors?: Partial<Record<string, StaffCode<InvitationRefusal>>> } {
  if (refusal === 'ticket-missing') return { errors: { ticket: refusal } };
  if (refusal === 'reason-missing') return { errors: { reasonText: refusal } };
  if (refusal === 'one-time-password-wrong')
    return { errors: { 'one-time-password-digits': 'callers-password-wrong' } };
  if (refusal !== 'evidence-malformed') return {};
  const wrong = checks.vouched.filter(({ method, detail }) => !isProof(method, detail));
  return { errors: Object.fromEntries(wrong.map(({ method }) => [`${method}-detail`, refusal])) };
}

type AskCallerCode = StaffCode<AskCallerRefusal>;

/** Only this response carries the number, which the agent reads out to the caller. */
export const askCallerAction = formAction<typeof askCallerSchema, AskCallerCode, CallerAsked>(
  { permission: 'invitation:send', schema: askCallerSchema, proof: null },
  async ({ userId }, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    const target = { userId, domain: signedIn.user.domain };
    const asked = await askCaller(helpdesk, signedIn, target, origin);
    if (!asked.ok) return refused(asked.refusal);
    const { key, number, expiresAt } = asked.value;
    const first = { version: 0, state: 'waiting', reason: null, reader: null, expiresAt } as const;
    return { status: 'asked', number, request: describeCallerRequest(key, first, helpdesk.clock.now()) };
  },
);
