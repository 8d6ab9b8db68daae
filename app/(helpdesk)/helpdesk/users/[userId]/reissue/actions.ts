'use server';

import { redirect } from 'next/navigation';
import type { Route } from 'next';
import type { CallerAsked } from '@/components/staff/helpdesk/reissue/run-caller-request';
import { NO_DEVICE } from '@/components/staff/helpdesk/reissue/caller-checks';
import { signInImage } from '@/app/sign-in/phone/sign-in-image';
import { challengeCaller, type AskCallerRefusal } from '@/lib/helpdesk/caller-check/challenge-caller';
import { describeCallerRequest } from '@/lib/helpdesk/caller-check/follow-caller-request';
import { requestAsAgent, type InvitationRefusal } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { formAction } from '@/lib/server/web/actions/form-action';
import { recordRefusal } from '@/lib/server/web/actions/record-refusal';
import { refused, type StaffCode } from '../../../refused';
import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { parseCallerRequestKey } from '@/lib/shared/identifiers/caller-request-id';
import {
  requestManagerAnswer,
  type AskManagerRefusal,
} from '@/lib/helpdesk/caller-check/manager/request-manager-answer';
import { describeManagerRequest } from '@/lib/helpdesk/caller-check/manager/follow-manager-request';
import { parseManagerRequestId } from '@/lib/shared/identifiers/manager-request-id';
import type { ManagerAsked } from '@/components/staff/helpdesk/reissue/run-manager-request';
import { DELIVERIES, OLD_DEVICE_FATES, lifetimesOf } from '@/lib/helpdesk/invitations/reissue';
import { REISSUE_REASONS } from '@/lib/helpdesk/caller-check/reissue-reason';
import { agentOf } from '@/lib/shared/helpdesk-contact';
import { MINUTE } from '@/lib/shared/time/duration';
import { justificationSchema } from '../schemas';

/** More than the core accepts, so that the core can refuse an input that is too long with a sentence. */
const line = z.string().max(1_000).default('');

const personSchema = z.object({ userId: z.string().min(1).max(MAXIMUM_USER_ID_LENGTH) });

/** The form "Send a new activation"; see `TypedReissue`. */
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
    'number-called': z.string().max(64).default(''),
    'manager-request': z.string().max(64).default(''),
    'identity-document-detail': line,
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
        notes:
          form['identity-document-detail'].trim() === ''
            ? []
            : [{ method: 'identity-document' as const, detail: form['identity-document-detail'] }],
        numberCalled: form['number-called'] || null,
        managerRequest: parseManagerRequestId(form['manager-request']),
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
    if (isUndecided) return refused('old-device-missing', fields);
    const result = await requestAsAgent(services.helpdesk, signedIn, { userId }, typed, origin);
    if (!result.ok && result.refusal === 'not-permitted') await recordRefusal(signedIn, 'approval:break-glass');
    if (!result.ok) return { ...refused(result.refusal, fields), ...atField(result.refusal) };
    redirect(`/helpdesk/invitations/${result.value.id}` as Route);
  },
);

/** The refusal beside the field that it is about, if it is about one. */
function atField(refusal: InvitationRefusal): { errors?: Partial<Record<string, StaffCode<InvitationRefusal>>> } {
  if (refusal === 'ticket-missing') return { errors: { ticket: refusal } };
  if (refusal === 'reason-missing') return { errors: { reasonText: refusal } };
  if (refusal === 'one-time-password-wrong')
    return { errors: { 'one-time-password-digits': 'callers-password-wrong' } };
  return refusal === 'evidence-malformed' ? { errors: { 'identity-document-detail': refusal } } : {};
}

type AskCallerCode = StaffCode<AskCallerRefusal>;

/** Only this response carries the number and the words, which the agent says to the caller. */
export const askCallerAction = formAction<typeof personSchema, AskCallerCode, CallerAsked>(
  { permission: 'invitation:send', schema: personSchema, proof: null },
  async ({ userId }, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    const result = await challengeCaller(helpdesk, signedIn, { userId }, origin);
    if (!result.ok) return refused(result.refusal);
    const { key, number, words, expiresAt, timeLimitMs, image: shown } = result.value;
    const first = { version: 0, state: 'waiting', reason: null, reader: null, expiresAt } as const;
    const request = describeCallerRequest(key, first, helpdesk.clock.now());
    return {
      status: 'asked',
      number,
      words,
      timeLimitMs,
      image: shown && (await signInImage(services, shown.code)),
      typedKey: shown?.typedKey ?? null,
      askedBy: agentOf(signedIn.user.displayName, services.organisation.live.look().contact),
      request,
    };
  },
);

export const askManagerAction = formAction<
  typeof personSchema,
  StaffCode<AskManagerRefusal> | 'manager-without-address',
  ManagerAsked
>(
  { permission: 'invitation:send', schema: personSchema, proof: null },
  async ({ userId }, { services, signedIn, origin }) => {
    const { helpdesk } = services;
    const result = await requestManagerAnswer(helpdesk, signedIn, { userId }, origin);
    if (!result.ok) return refused(result.refusal === 'no-mail-address' ? 'manager-without-address' : result.refusal);
    const request = describeManagerRequest(result.value, helpdesk.clock.now());
    const askedBy = agentOf(signedIn.user.displayName, services.organisation.live.look().contact);
    return { status: 'asked', words: result.value.words ?? '', askedBy, request };
  },
);
