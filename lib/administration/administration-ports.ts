import type { ACCOUNT_REFUSALS } from '../audit/facts/account-life-facts';
import type { AuditLog } from '../audit/audit-log';
import type { SessionStore } from '../accounts/sessions/session-store';
import type { Principal } from '../accounts/users/principal';
import type { Clock } from '../shared/time/clock';
import type { AccountStore } from './account-store';

/** Who changes an account: an administrator, or null for an operator with a shell, who is recorded as the system. */
export type Administrator = Principal | null;

/** Why an account was not changed. */
export type AccountRefusal = Exclude<
  (typeof ACCOUNT_REFUSALS)[number],
  'not-invited' | 'no-mail-address' | 'already-asked' | 'not-awaiting' | 'own-request' | 'address-of-staff'
>;

/** For changing accounts. */
export type AccountPorts = { accounts: AccountStore; sessions: SessionStore; audit: AuditLog; clock: Clock };
