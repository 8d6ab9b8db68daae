import { auditContext, ownContext } from '../../audit/audit-context';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, type Result } from '../../shared/result';
import { MINUTE } from '../../shared/time/duration';
import type { ProviderPorts } from '../account-ports';
import { fromBrowser, openSession } from '../sessions/open-session';
import type { SignedIn } from '../sessions/session';
import { rememberNetwork } from '../sign-in/sign-in';
import type { Role } from '../users/role';
import { personKey, type User } from '../users/user';
import type { ChangedRoles } from './provider-accounts';
import { bindProviderAccount, findProviderAccount } from './find-provider-account';
import type { ProviderIdentity } from './provider-identity';
import { refuseProviderAnswer, type ProviderProblem, type ProviderRefusal } from './refuse-provider-answer';

/** Tolerated difference between clocks. */
const SKEW_MS = MINUTE;

/**
 * Opens a session for a user who signed in at the provider. If the browser is signed in already, the proof is added to
 * that session, which must belong to the same user.
 * @param asking.current the browser's full session; null if it has none
 * @param asking.isKnownTo whether an account has signed in with the browser before
 */
export async function enterWithProvider(
  ports: ProviderPorts,
  identity: ProviderIdentity,
  asking: { current: SignedIn | null; isKnownTo: (user: UserKey) => boolean },
  origin: RequestOrigin,
): Promise<Result<SignedIn, ProviderRefusal>> {
  const { current, isKnownTo } = asking;
  const recordRefusal = (problem: ProviderProblem, about: UserKey | null) =>
    refuseProviderAnswer(ports, problem, about, origin);

  const result = await findProviderAccount(ports, identity, origin);
  if (!result.ok) return recordRefusal(result.refusal, null);
  const { user, isBound } = result.value;
  if (current && personKey(current.user) !== personKey(user)) return recordRefusal('other-account', current.user);
  const before = await ports.sessions.epochOf(user);
  // A sign-in from before all sessions were ended does not count, however long it lasts at the provider.
  const endedAt = before.endedAt?.getTime() ?? -Infinity;
  const at = identity.authenticatedAt.getTime();
  const now = ports.clock.now().getTime();
  if (at - now > SKEW_MS) return recordRefusal('not-verified', user);
  if (at <= endedAt || now - at > ports.settings.sessionLifetimeMs + SKEW_MS) return recordRefusal('not-fresh', user);
  if (!isBound) {
    const bound = await bindProviderAccount(ports, identity, user, origin);
    if (!bound.ok) return recordRefusal(bound.refusal, user);
  }
  const proof = {
    kind: identity.isStrong ? 'provider' : 'provider-identity',
    at: new Date(Math.min(at, now)),
  } as const;
  if (current) {
    if (now - at >= ports.settings.stepUpAgeMs) return recordRefusal('not-fresh', user);
    await ports.sessions.prove(current.session.id, proof.kind, proof.at);
    await ports.audit.append({ type: 'proof-given', proof: proof.kind, ...ownContext(user, origin) });
    return accept(current);
  }

  const changedRoles = identity.roles && (await applyRoles(ports, user, identity.roles, origin));
  const epoch = changedRoles ? await ports.sessions.epochOf(user) : before;
  const entering = changedRoles ? await ports.users.find(user.userId, user.domain) : user;
  if (entering?.bar !== null) return recordRefusal('no-account', user);
  const about = { context: identity.context, ...fromBrowser(origin, before, isKnownTo(user)) };
  const fact = { type: 'provider-sign-in-succeeded', ...about } as const;
  const signedIn = await openSession(ports, entering, fact, origin, epoch, null, { [proof.kind]: proof.at });
  if (!signedIn) return recordRefusal('changed-meanwhile', user);
  await rememberNetwork(ports, entering, origin);
  return accept(signedIn);
}

/** Everyone keeps the role `user`; the claim grants staff roles. @returns null if nothing changed */
function applyRoles(
  { identityProvider, clock }: ProviderPorts,
  user: User,
  claimed: readonly Role[],
  origin: RequestOrigin,
): Promise<ChangedRoles | null> {
  const context = auditContext({ kind: 'system' }, user, origin);
  return identityProvider.accounts.setRoles(
    user,
    [...new Set<Role>(['user', ...claimed])],
    clock.now(),
    ({ given, taken, keptAdministrator }) => [
      ...given.map((role) => ({ type: 'role-given', role, ...context }) as const),
      ...taken.map((role) => ({ type: 'role-taken', role, ...context }) as const),
      ...(keptAdministrator
        ? [{ type: 'account-change-refused', change: 'take-role', reason: 'last-administrator', ...context } as const]
        : []),
    ],
  );
}
