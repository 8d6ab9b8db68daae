import type { PasskeyPorts, PasswordPorts, ProviderPorts } from '@/lib/accounts/account-ports';
import type { ProofPorts } from '@/lib/accounts/proofs/check-proofs';
import type { BackupVouchers } from '@/lib/accounts/proofs/backup-voucher';
import type { StaffEnrolment } from '@/lib/accounts/proofs/staff-proof';
import type { MailAddress } from '@/lib/shared/mail-address';
import type { NewUser } from '@/lib/accounts/users/user-directory';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { ZxcvbnPasswordEstimator } from '@/lib/server/composition/zxcvbn-password-estimator';
import { SimpleWebAuthnVerifier } from '@/lib/server/composition/simple-web-authn-verifier';
import { NO_FREEZES } from './no-freezes';
import { FakeClock } from './fake-clock';
import { MemoryAuditLog } from './stores/memory-audit-log';
import { MemoryKnownNetworks } from './stores/memory-known-networks';
import { MemoryPasskeyStore } from './stores/memory-passkey-store';
import { MemoryProviderAccounts } from './stores/memory-provider-accounts';
import { MemoryRecoveryCodeStore } from './stores/memory-recovery-code-store';
import { MemoryRateLimiter } from './stores/memory-rate-limiter';
import { MemorySessionStore } from './stores/memory-session-store';
import { MemoryUserDirectory } from './stores/memory-user-directory';

export const JANE: NewUser = {
  userId: 'jane.doe',
  domain: 'example.org',
  displayName: 'Jane Doe',
  mailAddresses: ['jane.doe@example.org' as MailAddress],
  language: 'en',
  group: null,
  roles: ['user'],
  password: 'correct horse battery',
};

/** One for all tests of a file: its lists take a moment to load. */
const ESTIMATOR = new ZxcvbnPasswordEstimator(['tessera', 'id.bank.example']);

export const RELYING_PARTY = { id: 'id.bank.example', origin: 'https://id.bank.example' };

const NO_VOUCHERS: BackupVouchers = { find: async () => null, confine: async () => {}, takeBack: async () => null };

/** The ports of signing in and out, with one account. */
export async function fakeAccess(): Promise<
  PasswordPorts &
    PasskeyPorts &
    ProviderPorts & {
      clock: FakeClock;
      users: MemoryUserDirectory;
      audit: MemoryAuditLog;
      passkeys: { store: MemoryPasskeyStore };
      recoveryCodes: MemoryRecoveryCodeStore;
      staffEnrolment: StaffEnrolment;
      mailedCodes: null;
    } & Pick<ProofPorts, 'heldInvitations' | 'vouchers' | 'probation'>
> {
  const clock = new FakeClock();
  const sessions = new MemorySessionStore();
  const store = new MemoryPasskeyStore();
  const recoveryCodes = new MemoryRecoveryCodeStore();
  for (const one of [store, recoveryCodes]) one.isOpen = async ({ id, now }) => (await sessions.find(id, now)) !== null;
  const users = new MemoryUserDirectory([], sessions, clock, store);
  await users.add(JANE);
  return {
    users,
    sessions,
    freezes: NO_FREEZES,
    passkeys: { store, verifier: new SimpleWebAuthnVerifier(), relyingParty: RELYING_PARTY },
    recoveryCodes,
    staffEnrolment: { isOpen: async () => true },
    mailedCodes: null,
    heldInvitations: { isHeldBy: async () => false },
    vouchers: NO_VOUCHERS,
    probation: { ms: DAY, addressChanges: null },
    identityProvider: { accounts: new MemoryProviderAccounts(users, sessions), settings: null },
    rateLimiter: new MemoryRateLimiter(clock),
    knownNetworks: new MemoryKnownNetworks(),
    audit: new MemoryAuditLog(clock),
    clock,
    random: systemRandom,
    passwords: ESTIMATOR,
    settings: { domain: JANE.domain, sessionLifetimeMs: 8 * HOUR, stepUpAgeMs: 5 * MINUTE, staffIdleMs: 30 * MINUTE },
  };
}
