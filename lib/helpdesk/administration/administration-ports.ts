import type { ACCOUNT_REFUSALS } from '../../audit/events/account-events';
import type { WordOf } from '../../audit/properties';
import type { AuditLog } from '../../audit/audit-log';
import type { SessionStore } from '../../accounts/sessions/session-store';
import { requesterActor, type Requester } from '../../accounts/users/requester';
import type { Actor } from '../../audit/audit-event';
import type { Clock } from '../../shared/time/clock';
import type { AccountStore } from './account-store';

/**
 * Who changes an account: an administrator or a service account, or null for an operator with a shell, who is recorded
 * as the system.
 */
export type Administrator = Requester | null;

export function administratorActor(administrator: Administrator): Actor {
  return administrator ? requesterActor(administrator) : { kind: 'system' };
}

/** Why an account was not changed. */
export type AccountRefusal = Exclude<
  WordOf<typeof ACCOUNT_REFUSALS>,
  | 'not-invited'
  | 'no-mail-address'
  | 'already-asked'
  | 'not-awaiting'
  | 'own-request'
  | 'address-of-staff'
  | 'changed-meanwhile'
  | 'manager-unknown'
>;

/** For changing accounts. */
export type AccountPorts = { accounts: AccountStore; sessions: SessionStore; audit: AuditLog; clock: Clock };
