'use server';

import { redirect } from 'next/navigation';
import { startOwnActivation } from '@/lib/activation/start/start-own-activation';
import { findOpenInvitation } from '@/lib/helpdesk/invitations/find-open-invitation';
import { startProof } from '@/lib/web/actions/start-prompt';
import { formAction } from '@/lib/web/actions/form-action';
import { requestTrace } from '@/lib/web/actions/request-trace';
import { startSchema } from './start-schema';

export const startActivationAction = formAction(
  { permission: 'activation:start', schema: startSchema, proof: startProof },
  async ({ password: credential, ...typed }, { services, signedIn, origin, recoveryCode }) => {
    const input = { ...typed, credential, requestedFrom: await requestTrace() };
    const invitation = await findOpenInvitation(services.helpdesk, signedIn.user);
    const granted = invitation?.id ?? null;
    const started = await startOwnActivation(services.activation, signedIn, input, granted, origin, recoveryCode);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    // Used up by now: it lets this session see the image, and start nothing more.
    if (recoveryCode)
      await services.access.sessions.prove(signedIn.session.id, 'recovery-code', services.access.clock.now());
    redirect(`/activations/${started.value.id}`);
  },
);
