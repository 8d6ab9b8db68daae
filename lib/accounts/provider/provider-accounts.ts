import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { Role } from '../users/role';
import type { ProviderSubject } from './provider-identity';

/** What a change of roles came to. @property keptAdministrator whether that role stayed, for want of another holder */
export type ChangedRoles = { given: readonly Role[]; taken: readonly Role[]; keptAdministrator: boolean };

/** PORT: whose account a subject of an OpenID provider is, and the roles that a provider gives. */
export interface ProviderAccounts {
  find(subject: ProviderSubject): Promise<UserKey | null>;
  /** Whether an account is that of a subject of the issuer. */
  isBound(user: UserKey, issuer: string): Promise<boolean>;
  /**
   * Makes an account a subject's, for good. Of two at once one is first; the same one again changes nothing.
   * @returns `bound-otherwise` if the account is another subject's, or the subject has another account
   */
  bind(
    subject: ProviderSubject,
    user: UserKey,
    at: Date,
    events: readonly AuditEvent[],
  ): Promise<Result<null, 'bound-otherwise'>>;
  /**
   * Replaces the roles of an account, except that the last enabled administrator stays one. Roles that change end all its
   * sessions.
   * @param events of the change, saved with it
   * @returns null if nothing changed
   */
  setRoles(
    user: UserKey,
    roles: readonly Role[],
    at: Date,
    events: (changed: ChangedRoles) => AuditEvent[],
  ): Promise<ChangedRoles | null>;
}
