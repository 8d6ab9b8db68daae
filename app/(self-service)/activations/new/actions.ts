'use server';

import { redirect } from 'next/navigation';
import { startOwnActivation } from '@/lib/helpdesk/start-own-activation';
import { stepsUpToStart } from '@/lib/web/asked-to-start';
import { formAction } from '@/lib/web/form-action';
import { requestTrace } from '@/lib/web/request-trace';
import { startSchema } from './start-schema';

export const startActivationAction = formAction(
  { permission: 'activation:start', schema: startSchema, stepUp: stepsUpToStart },
  async ({ password: credential, ...typed }, { services, signedIn, origin }) => {
    const input = { ...typed, credential, requestedFrom: await requestTrace() };
    const started = await startOwnActivation(services.helpdesk, signedIn, input, origin);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    redirect(`/activations/${started.value.id}`);
  },
);
