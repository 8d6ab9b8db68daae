import 'server-only';
import { noteLinkedActivation } from '../../activation-links/return-from-link';
import { startOwnActivation } from '../../activation/start/start-own-activation';
import { findOpenInvitation } from '../../helpdesk/invitations/find-open-invitation';
import type { ActionContext } from './form-action';
import { requestTrace } from './request-trace';

type Start = Omit<Parameters<typeof startOwnActivation>[2], 'requestedFrom'>;

/** Starts the signed-in user's activation, under their open invitation if they have one. */
export async function startInSession(
  {
    services,
    signedIn,
    origin,
    recoveryCode,
  }: Pick<ActionContext, 'services' | 'signedIn' | 'origin' | 'recoveryCode'>,
  start: Start,
): ReturnType<typeof startOwnActivation> {
  const input = { ...start, requestedFrom: await requestTrace() };
  const invitation = await findOpenInvitation(services.helpdesk, signedIn);
  const granted = invitation?.id ?? null;
  const started = await startOwnActivation(services.activation, signedIn, input, granted, origin, recoveryCode);
  if (started.ok) await noteLinkedActivation(services.activationLinks, signedIn, started.value.id);
  // Used up by now: it lets this session see the image, and start nothing more.
  if (started.ok && recoveryCode)
    await services.access.sessions.prove(signedIn.session.id, 'recovery-code', services.access.clock.now());
  return started;
}
