import type { Principal } from '../../accounts/users/principal';
import { staffWith } from '../../accounts/users/staff';
import type { MailContent } from '../../messaging/mail-content';
import { mailsTo, type NewMessage } from '../../messaging/new-message';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { changeServiceAccount } from './change-account';
import { withKey, type ServiceAccount, type ServiceAccountId } from './service-account';
import type { ServiceAccountPorts } from './service-account-ports';
import { generateServiceKey, type ServiceKeyText } from './service-key';

/** The key, for this one time: it is kept nowhere. */
type Made<Refusal extends string> = Promise<
  Result<ServiceKeyText, Refusal | 'not-found' | 'not-permitted' | 'ended' | 'expired'>
>;

/**
 * Generates the first key of an approved account at the moment it is shown, so that it cannot be read earlier. Only the
 * requester of the account gets it. The caller has checked the proofs.
 */
export function makeFirstKey(
  ports: ServiceAccountPorts,
  administrator: Principal,
  id: ServiceAccountId,
  origin: RequestOrigin,
): Made<'not-requester' | 'has-key'> {
  return makeKey(ports, administrator, { id, overlapMs: null }, origin, ({ keys, requestedBy }) => {
    if (keys.length > 0) return 'has-key';
    return requestedBy === administrator.user.userId ? null : 'not-requester';
  });
}

/**
 * Replaces an account's key; the earlier one stays valid for a while, so that its system can change over. The caller
 * has checked the proofs.
 * @param overlapMs 0 to `MAXIMUM_OVERLAP_MS`
 */
export function rotateServiceKey(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, overlapMs }: { id: ServiceAccountId; overlapMs: number },
  origin: RequestOrigin,
): Made<'no-key'> {
  return makeKey(ports, administrator, { id, overlapMs }, origin, ({ keys }) => (keys.length === 0 ? 'no-key' : null));
}

/** @param overlapMs null for a first key */
async function makeKey<Refusal extends 'not-requester' | 'has-key' | 'no-key'>(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, overlapMs }: { id: ServiceAccountId; overlapMs: number | null },
  origin: RequestOrigin,
  whyNot: (account: ServiceAccount) => Refusal | null,
): Made<Refusal> {
  const { id: keyId, text } = generateServiceKey(ports.random);
  const newKeyHash = await ports.hash(text);
  const users = await staffWith(ports, administrator.user.domain, ['administrator']);
  const { userId: shownTo } = administrator.user;
  const result = await changeServiceAccount(
    ports,
    administrator,
    { id, change: 'make-key' },
    origin,
    (account, now) => {
      const refusal = whyNot(account);
      if (refusal !== null) return refuse<Refusal | 'ended' | 'expired'>(refusal);
      const key = { id: keyId, madeAt: now, shownTo, endsAt: null, lastUse: null };
      const next = withKey(account, key, overlapMs ?? 0);
      if (!next.ok) return next;
      const about = { name: account.name, madeBy: shownTo, at: now, accountUrl: serviceAccountUrl(ports, id) };
      const content: MailContent =
        overlapMs === null
          ? { kind: 'service-key-made', ...about }
          : { kind: 'service-key-replaced', ...about, earlierUntil: new Date(now.getTime() + overlapMs) };
      const messages: NewMessage[] = users.flatMap((user) => mailsTo(user, content, id));
      const fact = { type: 'service-key-made', serviceAccountId: id, keyId, overlapMs } as const;
      return accept({ account: next.value, fact, newKeyHash, messages });
    },
  );
  return result.ok ? accept(text) : result;
}

/** The page of an account, for mails. */
export function serviceAccountUrl({ settings }: Pick<ServiceAccountPorts, 'settings'>, id: ServiceAccountId): string {
  return `${settings.publicUrl}/administration/service-accounts/${id}`;
}
