'use server';

import { redirect } from 'next/navigation';
import type { Route } from 'next';
import { mayUser } from '@/lib/access/permission';
import { requestInvitation } from '@/lib/helpdesk/request-invitation';
import { formAction } from '@/lib/web/form-action';
import { orWhenGatewayFails } from '@/lib/web/or-when-gateway-fails';
import { refused } from '../../../refused';
import { reissueSchema } from './reissue-schema';

export const reissueAction = formAction(
  { permission: 'invitation:send', schema: reissueSchema, stepUp: false },
  async ({ userId, typed, fields }, { services, signedIn, origin }) => {
    const { user } = signedIn;
    if (typed.justification !== null && !mayUser(user, 'approval:break-glass')) return refused('not-permitted', fields);
    const target = { userId, domain: user.domain };
    const asked = await orWhenGatewayFails(null, () =>
      requestInvitation(services.helpdesk, user, target, typed, origin),
    );
    if (!asked) return refused('gateway-unreachable', fields);
    if (!asked.ok) return refused(asked.refusal, fields);
    redirect(`/helpdesk/invitations/${asked.value.id}` as Route);
  },
);
