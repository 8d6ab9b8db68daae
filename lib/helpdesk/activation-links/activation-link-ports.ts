import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { ActivationPorts } from '../../activation/activation-ports';
import type { AuditLog } from '../../audit/audit-log';
import { statusOf } from '../service-accounts/service-account';
import type { ReturnAddress } from '../service-accounts/return-address';
import type { ServiceAccountStore } from '../service-accounts/service-account-store';
import type { Clock } from '../../shared/time/clock';
import type { Random } from '../../shared/random';
import type { ActivationLink } from './activation-link';
import type { ActivationLinkStore } from './activation-link-store';
import type { ResultSigner } from './result-signer';

export type ActivationLinkPorts = {
  links: ActivationLinkStore;
  accounts: Pick<ServiceAccountStore, 'find'>;
  users: Pick<UserDirectory, 'find'>;
  activation: ActivationPorts;
  signer: ResultSigner;
  audit: AuditLog;
  rateLimiter: RateLimiter;
  clock: Clock;
  random: Random;
  settings: { publicUrl: string };
};

/**
 * Where a link leads back to, looked up at each step: no user is sent to an address that was removed meanwhile, nor for
 * a service account that is no longer valid.
 */
export async function findReturnAddress(
  { accounts, clock }: Pick<ActivationLinkPorts, 'accounts' | 'clock'>,
  { serviceAccountId, domain, returnUrl }: Pick<ActivationLink, 'serviceAccountId' | 'domain' | 'returnUrl'>,
): Promise<ReturnAddress | null> {
  const account = await accounts.find(serviceAccountId, domain);
  if (!account || statusOf(account, clock.now()) !== 'active') return null;
  return account.returnAddresses.find(({ url }) => url === returnUrl) ?? null;
}
