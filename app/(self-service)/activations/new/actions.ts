'use server';

import { redirect } from 'next/navigation';
import { startActivation } from '@/lib/activation/start-activation';
import { formAction } from '@/lib/web/form-action';
import { startSchema } from './start-schema';

export const startActivationAction = formAction(
  { permission: 'activation:start', schema: startSchema, stepUp: true },
  async (input, { services, signedIn, origin }) => {
    const started = await startActivation(services.activation, signedIn.user, input, origin);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    redirect(`/activations/${started.value.id}`);
  },
);
