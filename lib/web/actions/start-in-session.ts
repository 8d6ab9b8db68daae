import 'server-only';
import { startOwnActivation } from '../../activation/start/start-own-activation';
import { findOpenInvitation } from '../../invitations/find-open-invitation';
import type { ActionContext } from './form-action';
import { requestTrace } from './request-trace';

type Start = Omit<Parameters<typeof startOwnActivation>[2], 'requestedFrom' | 'from'>;

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
  const from = { session: signedIn.session.id, recoveryCode };
  const input = { ...start, from, requestedFrom: await requestTrace() };
  const invitation = await findOpenInvitation(services.helpdesk, signedIn);
  return startOwnActivation(services.activation, signedIn, input, invitation?.id ?? null, origin);
}
