import { perNetwork, perObject } from '../../accounts/sign-in/limits';
import { auditContext, noRequest } from '../../audit/audit-context';
import { constantTimeEqual } from '../../wire/crypto/constant-time-equal';
import { utf8 } from '../../shared/bytes';
import { isWithin } from '../../shared/network-range';
import { accept, refuse, type Result } from '../../shared/result';
import { MINUTE } from '../../shared/time/duration';
import { opens, type ServiceAccount, type ServiceAccountId, type ServiceKey } from './service-account';
import type { AuthenticationPorts } from './service-account-ports';
import type { KeptKey } from './service-account-store';
import { parseServiceKey, type ServiceKeyId } from './service-key';
import type { ServiceScope } from './service-scope';

/** A system as one of its keys authenticates it: what its permissions are checked against. */
export type ServiceAccountPrincipal = {
  id: ServiceAccountId;
  name: string;
  domain: string;
  scopes: ReadonlySet<ServiceScope>;
  requestsPerMinute: number;
  keyId: ServiceKeyId;
  /**
   * User ID of the only person to whom this key was shown. The system's requests count as theirs too: otherwise the
   * holder of the key would be both of two people.
   */
  keyShownTo: string;
};

type KeptRefusal = 'expired' | 'suspended' | 'wrong-network';

/** What an unknown key is compared with. */
const NO_HASH = '0'.repeat(64);

/** A use within this time of the last one is not noted, so that a busy system costs no writes. */
const NOTED_EVERY_MS = MINUTE;

/**
 * Authenticates a system by its key. A right key is never refused because of its network's wrong ones, which are
 * counted per network; all refused in a window leave one record with their number. An unknown identifier and a wrong
 * secret cost the same: one look-up, one hash, one comparison. A mistyped key is refused before, which reveals nothing
 * that its sender could not compute.
 * @param address of the client; null if unknown
 * @returns `expired` also for keys and accounts that were ended; these codes are for holders of the right secret only
 */
export async function authenticateServiceAccount(
  ports: AuthenticationPorts,
  presented: string,
  address: string | null,
  at: Date,
): Promise<Result<ServiceAccountPrincipal, 'unknown-key' | 'too-many-attempts' | KeptRefusal>> {
  const keptKey = await findByKey(ports, presented);
  if (!keptKey) {
    const isUsedUp = await ports.rateLimiter.take(perNetwork('service-key', { address }));
    return refuse(isUsedUp ? 'too-many-attempts' : 'unknown-key');
  }
  const { account, key } = keptKey;
  const refusal = whyNot(account, key, address, at);
  if (refusal) {
    await recordRefusal(ports, keptKey, refusal, address);
    return refuse(refusal);
  }
  const isNoted = key.lastUse !== null && at.getTime() - key.lastUse.at.getTime() < NOTED_EVERY_MS;
  if (!isNoted) await ports.accounts.noteUse(key.id, at, address);
  const { id, name, domain, scopes, requestsPerMinute } = account;
  const keyFacts = { keyId: key.id, keyShownTo: key.shownTo };
  return accept({ id, name, domain, scopes: new Set(scopes), requestsPerMinute, ...keyFacts });
}

async function findByKey({ accounts, hash }: AuthenticationPorts, presented: string): Promise<KeptKey | null> {
  const key = parseServiceKey(presented);
  if (!key) return null;
  const keptKey = await accounts.findKey(key.id);
  const isRight = constantTimeEqual(utf8(keptKey?.hash ?? NO_HASH), utf8(await hash(key.text)));
  return isRight ? keptKey : null;
}

function whyNot(account: ServiceAccount, key: ServiceKey, address: string | null, at: Date): KeptRefusal | null {
  if (account.endedAt || at >= account.expiresAt || !opens(key, at)) return 'expired';
  if (account.suspendedAt) return 'suspended';
  const { networks } = account;
  const isInside = networks.length === 0 || networks.some((range) => address !== null && isWithin(address, range));
  return isInside ? null : 'wrong-network';
}

/** A right secret that opens nothing may have been stolen; one record for each key and window, whatever it repeats. */
async function recordRefusal(
  { rateLimiter, audit }: AuthenticationPorts,
  { account, key }: KeptKey,
  reason: KeptRefusal,
  address: string | null,
): Promise<void> {
  if (await rateLimiter.take([perObject('refused-service-key', key.id)])) return;
  await audit.append({
    type: 'service-key-refused',
    serviceAccountId: account.id,
    keyId: key.id,
    reason,
    ...auditContext({ kind: 'anonymous' }, null, { ...noRequest(crypto.randomUUID()), address }),
  });
}
