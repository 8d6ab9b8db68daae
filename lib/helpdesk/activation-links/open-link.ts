import { perObject } from '../../accounts/sign-in/limits';
import type { SignedIn } from '../../accounts/sessions/session';
import { auditContext, ownContext, userActor } from '../../audit/audit-context';
import type { ACTIVATION_LINK_REFUSALS } from '../../audit/events/activation-link-events';
import type { WordOf } from '../../audit/properties';
import type { ReturnAddress } from '../service-accounts/return-address';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import {
  type ActivationLink,
  type ActivationLinkId,
  type MadeLink,
  type OpenedLink,
  WAY_BACK_MS,
} from './activation-link';
import { type ActivationLinkPorts, findReturnAddress } from './activation-link-ports';

type KnownRefusal = WordOf<typeof ACTIVATION_LINK_REFUSALS>;

export type LinkRefusal = KnownRefusal | 'not-found';

/** @property address where it leads back to */
export type Followed = { link: MadeLink | OpenedLink; address: ReturnAddress };

/**
 * A link as the user who follows it sees it: made for them, and either not opened yet, or opened in this session.
 * Changes nothing, so that viewing a page consumes nothing.
 * @returns `other-user`, which reveals nothing of the link, to everyone but the user that it was made for
 */
export async function followActivationLink(
  ports: ActivationLinkPorts,
  signedIn: SignedIn,
  id: ActivationLinkId,
  origin: RequestOrigin,
): Promise<Result<Followed, LinkRefusal>> {
  const link = await ports.links.find(id);
  if (!link) return refuse('not-found');
  const refusal = whyNot(link, signedIn, ports.clock.now());
  const address = refusal ? null : await findReturnAddress(ports, link);
  if (refusal || !address) return recordRefusal(ports, signedIn, link, refusal ?? 'not-connected', origin);
  // `whyNot` refuses what has been returned from.
  return link.state === 'returned' ? refuse('used') : accept({ link, address });
}

function whyNot(link: ActivationLink, { user, session }: SignedIn, now: Date): KnownRefusal | null {
  if (link.userId !== user.userId || link.domain !== user.domain) return 'other-user';
  if (link.state === 'returned') return 'used';
  if (link.state === 'made') return now < link.expiresAt ? null : 'expired';
  if (link.sessionId !== session.id) return 'used';
  return now < link.endsAt ? null : 'expired';
}

async function recordRefusal(
  { rateLimiter, audit }: ActivationLinkPorts,
  { user }: SignedIn,
  link: ActivationLink,
  reason: KnownRefusal,
  origin: RequestOrigin,
): Promise<{ ok: false; refusal: KnownRefusal }> {
  if (!(await rateLimiter.take([perObject('refused-activation-link', link.id)]))) {
    const { id: linkId, serviceAccountId } = link;
    const context = auditContext(userActor(user), link, origin);
    await audit.append({ type: 'activation-link-refused', linkId, serviceAccountId, reason, ...context });
  }
  return refuse(reason);
}

/**
 * Opens a link, once, in the session of the user that it was made for: from now on the way back is shown, and their
 * activation is recorded. Grants nothing: an activation's proofs are checked where it starts. A pending activation is
 * continued.
 */
export async function openActivationLink(
  ports: ActivationLinkPorts,
  signedIn: SignedIn,
  id: ActivationLinkId,
  origin: RequestOrigin,
): Promise<Result<OpenedLink, LinkRefusal>> {
  const followed = await followActivationLink(ports, signedIn, id, origin);
  if (!followed.ok) return followed;
  const { link } = followed.value;
  if (link.state === 'opened') return accept(link);
  const openedAt = ports.clock.now();
  const pending = await ports.activation.store.findPending(signedIn.user);
  const openedLink: OpenedLink = {
    ...link,
    state: 'opened',
    sessionId: signedIn.session.id,
    openedAt,
    endsAt: new Date(openedAt.getTime() + WAY_BACK_MS),
    activationId: pending?.id ?? null,
  };
  const { id: linkId, serviceAccountId } = link;
  const event = {
    type: 'activation-link-opened',
    linkId,
    serviceAccountId,
    ...ownContext(signedIn.user, origin),
  } as const;
  const isOpened = await ports.links.open(openedLink, { events: [event], messages: [] });
  // Another tab of this session, or another browser, was faster: the second read shows which.
  return isOpened ? accept(openedLink) : reopen(ports, signedIn, id, origin);
}

async function reopen(
  ports: ActivationLinkPorts,
  signedIn: SignedIn,
  id: ActivationLinkId,
  origin: RequestOrigin,
): Promise<Result<OpenedLink, LinkRefusal>> {
  const followed = await followActivationLink(ports, signedIn, id, origin);
  if (!followed.ok) return followed;
  const { link } = followed.value;
  return link.state === 'opened' ? accept(link) : refuse('used');
}
