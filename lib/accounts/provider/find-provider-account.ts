import { auditContext, ownContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import type { ProviderPorts } from '../account-ports';
import { parseNewUserId } from '../users/new-user';
import type { User } from '../users/user';
import { DEFAULT_LANGUAGE } from '../../shared/language';
import type { ProviderIdentity } from './provider-identity';

type NoAccount = 'no-user-id' | 'unknown-user' | 'bound-otherwise' | 'no-account';

/**
 * The account of a user who signed in at the provider: the one bound to the subject, or, at the first sign-in, the one
 * that the user ID names. It is created if the provider's users get accounts, and bound only by `bindProviderAccount`.
 */
export async function findProviderAccount(
  ports: ProviderPorts,
  identity: ProviderIdentity,
  origin: RequestOrigin,
): Promise<Result<{ user: User; isBound: boolean }, NoAccount>> {
  const bound = await ports.identityProvider.accounts.find(identity);
  if (bound) {
    const user = await ports.users.find(bound.userId, bound.domain);
    return user?.bar === null ? accept({ user, isBound: true }) : refuse('no-account');
  }
  const { userId } = identity;
  if (userId === null) return refuse('no-user-id');
  const { domain } = ports.settings;
  const named = (await ports.users.find(userId, domain)) ?? (await create(ports, identity, userId, origin));
  if (named === null) return refuse('unknown-user');
  return named.bar === null ? accept({ user: named, isBound: false }) : refuse('no-account');
}

/** Binds an account to the subject. */
export async function bindProviderAccount(
  { identityProvider, clock }: ProviderPorts,
  { issuer, subject }: ProviderIdentity,
  user: User,
  origin: RequestOrigin,
): Promise<Result<null, 'bound-otherwise'>> {
  const event = { type: 'provider-bound', issuer, ...ownContext(user, origin) } as const;
  return identityProvider.accounts.bind({ issuer, subject }, user, clock.now(), [event]);
}

/** @returns null where the provider's users get no accounts */
async function create(
  ports: ProviderPorts,
  { displayName, mailAddresses }: ProviderIdentity,
  userId: string,
  origin: RequestOrigin,
): Promise<User | null> {
  const { addsUsers } = ports.users;
  if (!ports.identityProvider.settings?.creates || !addsUsers) return null;
  // Unchanged only: the normalised ID may belong to another user at the provider.
  if (parseNewUserId(userId) !== userId) return null;
  const { domain } = ports.settings;
  const event = { type: 'account-created', ...auditContext({ kind: 'system' }, { userId, domain }, origin) } as const;
  // Of two concurrent first sign-ins, one creates the account.
  await addsUsers.add({
    event,
    userId,
    domain,
    displayName: displayName ?? userId,
    mailAddresses,
    language: DEFAULT_LANGUAGE,
    group: null,
    roles: ['user'],
    password: crypto.randomUUID() + crypto.randomUUID(),
    isPasswordOff: true,
  });
  return ports.users.find(userId, domain);
}
