'use server';

import { redirect } from 'next/navigation';
import { startOwnActivation } from '@/lib/helpdesk/start-own-activation';
import { formAction } from '@/lib/web/form-action';
import { requestTrace } from '@/lib/web/request-trace';
import { startSchema } from './start-schema';

export const startActivationAction = formAction(
  { permission: 'activation:start', schema: startSchema, stepUp: true },
  async (input, { services, signedIn, origin }) => {
    const requestedFrom = await requestTrace();
    const started = await startOwnActivation(services.helpdesk, signedIn.user, { ...input, requestedFrom }, origin);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    redirect(`/activations/${started.value.id}`);
  },
);
