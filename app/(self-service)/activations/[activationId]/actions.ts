'use server';

import { redirect } from 'next/navigation';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { findOwnActivation } from '@/lib/activation/find-own-activation';
import { startOwnActivation } from '@/lib/helpdesk/start-own-activation';
import { stepsUpToStart } from '@/lib/web/asked-to-start';
import { formAction } from '@/lib/web/form-action';
import { requestTrace } from '@/lib/web/request-trace';
import { activationSchema, renewSchema } from './activation-schema';

export const cancelActivationAction = formAction(
  { permission: 'activation:start', schema: activationSchema, stepUp: false },
  async ({ activationId }, { services, signedIn, origin }) => {
    const cancelled = await cancelActivation(services.activation, signedIn.user, activationId, origin);
    return cancelled.ok ? { status: 'done' } : { status: 'refused', code: cancelled.refusal };
  },
);

/** Starts anew for the same device after an activation has ended without one. */
export const renewActivationAction = formAction(
  { permission: 'activation:start', schema: renewSchema, stepUp: stepsUpToStart },
  async ({ activationId, password: credential }, { services, signedIn, origin }) => {
    const old = await findOwnActivation(services.activation.store, signedIn.user, activationId);
    if (!old) return { status: 'refused', code: 'not-found' };
    // One press on one ended activation: pressing twice, or in two tabs, leads to the same new one.
    const again = { deviceName: old.deviceName ?? '', startKey: old.id, requestedFrom: await requestTrace() };
    const started = await startOwnActivation(services.helpdesk, signedIn.user, { ...again, credential }, origin);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    redirect(`/activations/${started.value.id}`);
  },
);
