import { auditContext, userActor } from '../../audit/audit-context';
import type { AuditFact } from '../../audit/audit-event';
import type { SERVICE_ACCOUNT_CHANGES } from '../../audit/events/service-account-events';
import type { WordOf } from '../../audit/properties';
import type { Principal } from '../../accounts/users/principal';
import { webhookFact, type ManagedWebhook } from '../../messaging/managed-webhook';
import type { NewMessage } from '../../messaging/new-message';
import { CONFLICT, retryOnConflict } from '../../shared/async/retry-on-conflict';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { limitFacts } from './account-request';
import { recordRefusedChange } from './request-account';
import {
  end,
  resume,
  suspend,
  widens,
  withLimits,
  withoutKey,
  withoutReturnAddress,
  withoutScopes,
  withReturnAddress,
  type ServiceAccount,
  type ServiceAccountId,
  type ServiceLimits,
} from './service-account';
import type { ServiceAccountPorts } from './service-account-ports';
import type { ServiceKeyId } from './service-key';
import type { ServiceScope } from './service-scope';

type Changed<Refusal extends string> = Promise<
  Result<ServiceAccount, Refusal | 'not-found' | 'not-permitted' | 'ended'>
>;

/** Stops an account from now on, in every replica. Only reduces access. */
export function suspendServiceAccount(
  ports: ServiceAccountPorts,
  administrator: Principal,
  id: ServiceAccountId,
  origin: RequestOrigin,
): Changed<'already-suspended'> {
  return changeServiceAccount(ports, administrator, { id, change: 'suspend' }, origin, (account, now) =>
    moved(suspend(account, now), { type: 'service-account-suspended', serviceAccountId: id }),
  );
}

/** Widens access: the caller has checked the proofs. */
export function resumeServiceAccount(
  ports: ServiceAccountPorts,
  administrator: Principal,
  id: ServiceAccountId,
  origin: RequestOrigin,
): Changed<'not-suspended'> {
  return changeServiceAccount(ports, administrator, { id, change: 'resume' }, origin, (account) =>
    moved(resume(account), { type: 'service-account-resumed', serviceAccountId: id }),
  );
}

/** Ends an account with its keys and webhooks, for good. Only reduces access. */
export function endServiceAccount(
  ports: ServiceAccountPorts,
  administrator: Principal,
  id: ServiceAccountId,
  origin: RequestOrigin,
): Changed<never> {
  return changeServiceAccount(ports, administrator, { id, change: 'end' }, origin, (account, now) =>
    moved(end(account, now), { type: 'service-account-ended', serviceAccountId: id }),
  );
}

/** Only reduces access. */
export function removeScopes(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, removed }: { id: ServiceAccountId; removed: ReadonlySet<ServiceScope> },
  origin: RequestOrigin,
): Changed<'no-scope-left'> {
  return changeServiceAccount(ports, administrator, { id, change: 'remove-scopes' }, origin, (account) =>
    moved(withoutScopes(account, removed), {
      type: 'service-scopes-removed',
      serviceAccountId: id,
      scopes: account.scopes.filter((scope) => removed.has(scope)),
    }),
  );
}

/** Ends one key before its time. Only reduces access. */
export function endServiceKey(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, keyId }: { id: ServiceAccountId; keyId: ServiceKeyId },
  origin: RequestOrigin,
): Changed<'key-ended'> {
  return changeServiceAccount(ports, administrator, { id, change: 'end-key' }, origin, (account, now) =>
    moved(withoutKey(account, keyId, now), { type: 'service-key-ended', serviceAccountId: id, keyId }),
  );
}

/**
 * Sets from where, how often and how long an account may call.
 * @param isProved whether the caller has checked the proofs that widening takes
 * @returns `takes-proof` if the new limits are wider than the account's, and `isProved` is false
 */
export function changeServiceLimits(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, limits, isProved }: { id: ServiceAccountId; limits: ServiceLimits; isProved: boolean },
  origin: RequestOrigin,
): Changed<'takes-proof'> {
  const fact = { type: 'service-limits-changed', serviceAccountId: id, ...limitFacts(limits) } as const;
  return changeServiceAccount(ports, administrator, { id, change: 'change-limits' }, origin, (account) => {
    if (!isProved && widens(account, limits)) return refuse<'takes-proof' | 'ended'>('takes-proof');
    return moved(withLimits(account, limits), fact);
  });
}

/**
 * Registers an address that people come back to from the account's activation links. Widens access: the caller has
 * checked the proofs.
 * @param added.url of `parseReturnAddress`
 */
export function addReturnAddress(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, url, name }: { id: ServiceAccountId; url: string; name: string },
  origin: RequestOrigin,
): Changed<'has-return-address' | 'too-many-return-addresses'> {
  const fact = { type: 'return-address-added', serviceAccountId: id, url, name } as const;
  const addedBy = administrator.user.userId;
  return changeServiceAccount(ports, administrator, { id, change: 'add-return-address' }, origin, (account, addedAt) =>
    moved(withReturnAddress(account, { url, name, addedBy, addedAt }), fact),
  );
}

/** No user is sent there from now on, not from open links either. Only reduces access. */
export function removeReturnAddress(
  ports: ServiceAccountPorts,
  administrator: Principal,
  { id, url }: { id: ServiceAccountId; url: string },
  origin: RequestOrigin,
): Changed<'no-return-address'> {
  const fact = { type: 'return-address-removed', serviceAccountId: id, url } as const;
  return changeServiceAccount(ports, administrator, { id, change: 'remove-return-address' }, origin, (account) =>
    moved(withoutReturnAddress(account, url), fact),
  );
}

/** @property newKeyHash of a key that the move adds first */
type Move = { account: ServiceAccount; fact: AuditFact; newKeyHash?: string; messages?: NewMessage[] };

function moved<Refusal extends string>(
  result: Result<ServiceAccount, Refusal>,
  fact: AuditFact,
): Result<Move, Refusal> {
  return result.ok ? accept({ account: result.value, fact }) : result;
}

type RecordedRefusal = Parameters<typeof recordRefusedChange>[3]['reason'];

/**
 * Reads, decides and saves until no other writer interferes, while the administrator still is one; or records why not.
 * Missing proofs are recorded by the code that checks them.
 */
export async function changeServiceAccount<Refusal extends RecordedRefusal | 'takes-proof'>(
  ports: ServiceAccountPorts,
  { user }: Principal,
  { id, change }: { id: ServiceAccountId; change: WordOf<typeof SERVICE_ACCOUNT_CHANGES> },
  origin: RequestOrigin,
  move: (account: ServiceAccount, now: Date) => Result<Move, Refusal>,
): Promise<Result<ServiceAccount, Refusal | 'not-found' | 'not-permitted'>> {
  const context = auditContext(userActor(user), null, origin);
  const outcome = await retryOnConflict(async () => {
    const account = await ports.accounts.find(id, user.domain);
    if (!account) return refuse('not-found');
    const next = move(account, ports.clock.now());
    if (!next.ok) return next;
    const { account: after, fact, newKeyHash = null, messages = [] } = next.value;
    const sideEffects = { events: [{ ...fact, ...context }], messages };
    const webhookRemoved = (webhook: Pick<ManagedWebhook, 'id' | 'address'>) => ({
      ...webhookFact('webhook-removed', id, webhook),
      ...context,
    });
    const saved = await ports.accounts.save(after, newKeyHash, { by: user, sideEffects, webhookRemoved });
    if (saved.ok) return accept(after);
    return saved.refusal === 'version-moved' ? CONFLICT : refuse(saved.refusal);
  });
  if (outcome.ok || outcome.refusal === 'takes-proof') return outcome;
  const reason: RecordedRefusal = outcome.refusal;
  await recordRefusedChange(ports, user, reason === 'not-found' ? null : id, { change, reason }, origin);
  return outcome;
}
