import { perPerson } from '../../accounts/sign-in/limits';
import { may } from '../../accounts/users/permission';
import type { ServiceAccountRequester } from '../../accounts/users/principal';
import { requesterActor } from '../../accounts/users/requester';
import { auditContext } from '../../audit/audit-context';
import type { ServiceAccountId } from '../service-accounts/service-account';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { generateActivationLinkId, type MadeLink, OPENED_WITHIN_MS } from './activation-link';
import { type ActivationLinkPorts, findReturnAddress } from './activation-link-ports';

/** @property returnUrl compared as a whole @property callerState see `STATE_CHARACTERS` */
export type NewLink = { userId: string; returnUrl: string; callerState: string };

export type MakeLinkRefusal =
  | 'not-found'
  | 'account-disabled'
  | 'not-a-user'
  | 'return-address-unknown'
  | 'too-many-activation-links';

/**
 * Creates a link by which another site sends one user here and gets them back. It opens nothing: see
 * `openActivationLink`.
 * @returns `not-a-user` for staff without devices of their own
 */
export async function makeActivationLink(
  ports: ActivationLinkPorts,
  caller: ServiceAccountRequester,
  { userId, returnUrl, callerState }: NewLink,
  origin: RequestOrigin,
): Promise<Result<MadeLink, MakeLinkRefusal>> {
  const { domain } = caller;
  const serviceAccountId = caller.id as ServiceAccountId;
  const user = await ports.users.find(userId, domain);
  if (!user) return refuse('not-found');
  if (user.bar) return refuse('account-disabled');
  if (!may({ user, scope: { kind: 'full' } }, 'activation:start')) return refuse('not-a-user');
  if (!(await findReturnAddress(ports, { serviceAccountId, domain, returnUrl })))
    return refuse('return-address-unknown');
  if (await ports.rateLimiter.take([perPerson('made-activation-link', user)]))
    return refuse('too-many-activation-links');
  const madeAt = ports.clock.now();
  const link: MadeLink = {
    state: 'made',
    id: generateActivationLinkId(ports.random),
    serviceAccountId,
    userId: user.userId,
    domain,
    returnUrl,
    callerState,
    madeAt,
    expiresAt: new Date(madeAt.getTime() + OPENED_WITHIN_MS),
  };
  const context = auditContext(requesterActor(caller), user, origin);
  const fact = { type: 'activation-link-made', linkId: link.id, serviceAccountId, returnUrl } as const;
  await ports.links.create(link, { events: [{ ...fact, ...context }], messages: [] });
  return accept(link);
}

/** Where the person's browser is to be sent, as a whole page. */
export function linkAddress({ settings }: Pick<ActivationLinkPorts, 'settings'>, { id }: Pick<MadeLink, 'id'>): string {
  return `${settings.publicUrl}${linkPath(id)}`;
}

export function linkPath(id: string): `/activation-links/${string}` {
  return `/activation-links/${id}`;
}
