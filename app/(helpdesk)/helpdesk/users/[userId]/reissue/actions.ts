'use server';

import { redirect } from 'next/navigation';
import type { Route } from 'next';
import type { CallerAsked } from '@/components/helpdesk/reissue/run-caller-request';
import { askCaller, type AskCallerRefusal } from '@/lib/helpdesk/caller-check/ask-caller';
import { describeCallerRequest } from '@/lib/helpdesk/caller-check/follow-caller-request';
import { requestInvitation } from '@/lib/helpdesk/invitations/request-invitation';
import { formAction } from '@/lib/web/actions/form-action';
import { recordRefusal } from '@/lib/web/actions/record-refusal';
import { refused, type StaffCode } from '../../../refused';
import { askCallerSchema, reissueSchema } from './reissue-schema';

export const reissueAction = formAction(
  { permission: 'invitation:send', schema: reissueSchema, stepUp: false, kept: ({ fields }) => fields },
  async ({ userId, typed, fields }, { services, signedIn, origin }) => {
    const { user } = signedIn;
    const target = { userId, domain: user.domain };
    const asked = await requestInvitation(services.helpdesk, signedIn, target, typed, origin);
    if (!asked.ok && asked.refusal === 'not-permitted') await recordRefusal(signedIn, 'approval:break-glass');
    if (!asked.ok) return refused(asked.refusal, fields);
    redirect(`/helpdesk/invitations/${asked.value.id}` as Route);
  },
);

type AskCallerCode = StaffCode<AskCallerRefusal>;

/** The number is in this answer only, for the agent to say. */
export const askCallerAction = formAction<typeof askCallerSchema, AskCallerCode, CallerAsked>(
  { permission: 'invitation:send', schema: askCallerSchema, stepUp: false },
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
