import { prefixedId } from '../../shared/identifiers/prefixed-id';
import { covers, type NetworkRange } from '../../shared/network-range';
import { accept, refuse, type Result } from '../../shared/result';
import { DAY } from '../../shared/time/duration';
import { MOST_RETURN_ADDRESSES, type ReturnAddress } from './return-address';
import type { ServiceKeyId } from './service-key';
import type { ServiceScope } from './service-scope';

/** `sva-` and 32 hexadecimal digits. Not secret. */
export type ServiceAccountId = string & { readonly brand: 'ServiceAccountId' };

export const { parse: parseServiceAccountId, generate: generateServiceAccountId } = prefixedId<ServiceAccountId>('sva');

/** One key, without anything that opens. */
export type ServiceKey = {
  id: ServiceKeyId;
  madeAt: Date;
  /** User ID of the only person to whom it was shown. */
  shownTo: string;
  /** When it ends before its account does; null if it does not. */
  endsAt: Date | null;
  /** To a minute; null for never. */
  lastUse: { at: Date; address: string | null } | null;
};

/** How far a key reaches. @property networks empty for every network */
export type ServiceLimits = { networks: readonly NetworkRange[]; requestsPerMinute: number; expiresAt: Date };

/** A system that calls this site's API. */
export type ServiceAccount = ServiceLimits & {
  id: ServiceAccountId;
  domain: string;
  /** Grows by one with every change; a change names the version it read. */
  version: number;
  name: string;
  scopes: readonly ServiceScope[];
  /** Where people come back to from its activation links, in the order in which they were registered. */
  returnAddresses: readonly ReturnAddress[];
  /** User ID of the requesting administrator, who alone is shown its first key. */
  requestedBy: string;
  approvedBy: string;
  createdAt: Date;
  suspendedAt: Date | null;
  /** When it was ended, for good. */
  endedAt: Date | null;
  /** The newest first: all that open, and the latest of those that do not. */
  keys: readonly ServiceKey[];
};

export const MAXIMUM_LIFETIME_MS = 365 * DAY;
export const MAXIMUM_OVERLAP_MS = 7 * DAY;

export type ServiceStatus = 'active' | 'no-key' | 'suspended' | 'expired' | 'ended';

export function statusOf({ endedAt, expiresAt, suspendedAt, keys }: ServiceAccount, now: Date): ServiceStatus {
  if (endedAt) return 'ended';
  if (now >= expiresAt) return 'expired';
  if (suspendedAt) return 'suspended';
  return keys.some((key) => opens(key, now)) ? 'active' : 'no-key';
}

/** Whether a key has not ended before its account. */
export function opens({ endsAt }: Pick<ServiceKey, 'endsAt'>, now: Date): boolean {
  return endsAt === null || now < endsAt;
}

/** Whether limits are wider than the account's. */
export function widens(current: ServiceLimits, { networks, requestsPerMinute, expiresAt }: ServiceLimits): boolean {
  return (
    expiresAt > current.expiresAt ||
    requestsPerMinute > current.requestsPerMinute ||
    (current.networks.length > 0 &&
      (networks.length === 0 || networks.some((network) => !current.networks.some((outer) => covers(outer, network)))))
  );
}

type Moved<Refusal extends string> = Result<ServiceAccount, Refusal | 'ended'>;

export function suspend(account: ServiceAccount, now: Date): Moved<'already-suspended'> {
  if (account.suspendedAt) return refuse('already-suspended');
  return move(account, { suspendedAt: now });
}

export function resume(account: ServiceAccount): Moved<'not-suspended'> {
  return account.suspendedAt ? move(account, { suspendedAt: null }) : refuse('not-suspended');
}

/** Ends an account with its keys, for good. */
export function end(account: ServiceAccount, now: Date): Moved<never> {
  return move(account, { endedAt: now, keys: account.keys.map((key) => endKeyAt(key, now)) });
}

export function withLimits(account: ServiceAccount, limits: ServiceLimits): Moved<never> {
  return move(account, limits);
}

/** Takes scopes away. An account keeps one at least, or it would be ended. */
export function withoutScopes(account: ServiceAccount, removed: ReadonlySet<ServiceScope>): Moved<'no-scope-left'> {
  const scopes = account.scopes.filter((scope) => !removed.has(scope));
  return scopes.length === 0 ? refuse('no-scope-left') : move(account, { scopes });
}

/**
 * Adds a key. The newest one until now stays valid for `overlapMs`, and older ones end: at most two are valid.
 * @param overlapMs 0 to `MAXIMUM_OVERLAP_MS`
 */
export function withKey(account: ServiceAccount, serviceKey: ServiceKey, overlapMs: number): Moved<'expired'> {
  const now = serviceKey.madeAt;
  if (now >= account.expiresAt) return refuse('expired');
  if (overlapMs < 0 || overlapMs > MAXIMUM_OVERLAP_MS) throw new RangeError('an overlap has 0 to 7 days');
  const until = new Date(now.getTime() + overlapMs);
  const newest = account.keys.find((key) => opens(key, now));
  const older = account.keys.map((key) => endKeyAt(key, key === newest ? until : now));
  return move(account, { keys: [serviceKey, ...older] });
}

export function withoutKey(account: ServiceAccount, id: ServiceKeyId, now: Date): Moved<'key-ended'> {
  if (!account.keys.some((key) => key.id === id && opens(key, now))) return refuse('key-ended');
  return move(account, { keys: account.keys.map((key) => (key.id === id ? endKeyAt(key, now) : key)) });
}

/** An address is registered once, under one name. */
export function withReturnAddress(
  account: ServiceAccount,
  returnAddress: ReturnAddress,
): Moved<'has-return-address' | 'too-many-return-addresses'> {
  const { returnAddresses } = account;
  if (returnAddresses.some(({ url, name }) => url === returnAddress.url || name === returnAddress.name))
    return refuse('has-return-address');
  if (returnAddresses.length >= MOST_RETURN_ADDRESSES) return refuse('too-many-return-addresses');
  return move(account, { returnAddresses: [...returnAddresses, returnAddress] });
}

export function withoutReturnAddress(account: ServiceAccount, url: string): Moved<'no-return-address'> {
  const returnAddresses = account.returnAddresses.filter((address) => address.url !== url);
  if (returnAddresses.length === account.returnAddresses.length) return refuse('no-return-address');
  return move(account, { returnAddresses });
}

/** A key that ended earlier stays as it is. */
function endKeyAt(key: ServiceKey, at: Date): ServiceKey {
  return opens(key, at) ? { ...key, endsAt: at } : key;
}

function move(account: ServiceAccount, change: Partial<ServiceAccount>): Moved<never> {
  if (account.endedAt) return refuse('ended');
  return accept({ ...account, ...change, version: account.version + 1 });
}
