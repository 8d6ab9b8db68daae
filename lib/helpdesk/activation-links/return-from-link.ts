import type { SignedIn } from '../../accounts/sessions/session';
import { isPending, type Activation } from '../../activation/activation';
import { endOverdueActivation } from '../../activation/end-overdue-activation';
import { isOwn } from '../../activation/find-own-activation';
import { ownContext } from '../../audit/audit-context';
import { RESULT_PARAMETER, STATE_PARAMETER, type ReturnAddress } from '../service-accounts/return-address';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { type ActivationLinkId, type OpenedLink, outcomeOf, type ReturnedLink } from './activation-link';
import { type ActivationLinkPorts, findReturnAddress } from './activation-link-ports';
import { followActivationLink, type LinkRefusal } from './open-link';

/** What a session's pages show of the link that it has opened. */
export type WayBack = { linkId: ActivationLinkId; name: string };

/** The way back of a session; null if it came by no link, or has gone back. */
export async function findWayBack(ports: ActivationLinkPorts, { session }: SignedIn): Promise<WayBack | null> {
  const link = await findOpenedLink(ports, session.id);
  const address = link && (await findReturnAddress(ports, link));
  return address && { linkId: link.id, name: address.name };
}

function findOpenedLink(
  { links, clock }: ActivationLinkPorts,
  sessionId: SignedIn['session']['id'],
): Promise<OpenedLink | null> {
  return links.findOpened(sessionId, clock.now());
}

/**
 * Sends a user back, once: from the session that has opened the link, or before it was opened.
 * @returns the registered address with the caller's state and a signed result, which is a hint: the caller's server
 *   reads the authoritative one
 */
export async function returnFromLink(
  ports: ActivationLinkPorts,
  signedIn: SignedIn,
  id: ActivationLinkId,
  origin: RequestOrigin,
): Promise<Result<string, LinkRefusal>> {
  const followed = await followActivationLink(ports, signedIn, id, origin);
  if (!followed.ok) return followed;
  const { link, address } = followed.value;
  const from = link.state === 'opened' ? link.sessionId : null;
  const activation = link.state === 'opened' ? await findActivation(ports, signedIn, link) : null;
  const now = ports.clock.now();
  const { outcome, activationId, at } = outcomeOf(activation, now);
  const { serviceAccountId, userId, domain, returnUrl, callerState, madeAt, expiresAt } = link;
  const activationLink = { id, serviceAccountId, userId, domain, returnUrl, callerState, madeAt, expiresAt };
  const returned: ReturnedLink = { ...activationLink, state: 'returned', activationId, returnedAt: now, outcome };
  // First, because a link that is used up cannot be signed for again.
  const result = await ports.signer.sign({ linkId: id, serviceAccountId, callerState, activationId, outcome, at });
  const fact = { type: 'activation-link-returned', linkId: id, serviceAccountId, outcome, activationId } as const;
  const events = [{ ...fact, ...ownContext(signedIn.user, origin) }];
  const isFinished = await ports.links.finish(returned, from, { events, messages: [] });
  return isFinished ? accept(withResult(address, callerState, result)) : refuse('used');
}

async function findActivation(
  { activation: ports, clock }: ActivationLinkPorts,
  signedIn: SignedIn,
  { activationId }: OpenedLink,
): Promise<Activation | null> {
  const activation = activationId && (await ports.store.find(activationId, signedIn.user.domain));
  if (!activation || !isOwn(activation, signedIn)) return null;
  const isOverdue = isPending(activation) && clock.now() >= activation.expiresAt;
  return isOverdue ? endOverdueActivation(ports, activation) : activation;
}

/** Keeps the address as it is registered, its parameters included. */
function withResult({ url }: ReturnAddress, callerState: string, result: string): string {
  const back = new URL(url);
  back.searchParams.set(STATE_PARAMETER, callerState);
  back.searchParams.set(RESULT_PARAMETER, result);
  return back.href;
}
