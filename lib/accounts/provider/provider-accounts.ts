import type { AuditEvent } from '../../audit/audit-event';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { Role } from '../users/role';
import type { ProviderSubject } from './provider-identity';

/** A change of roles. @property keptAdministrator whether that role was kept, because no one else has it */
export type ChangedRoles = { given: readonly Role[]; taken: readonly Role[]; keptAdministrator: boolean };

/** PORT: binds accounts to subjects of an OpenID provider, and applies its roles. */
export interface ProviderAccounts {
  find(subject: ProviderSubject): Promise<UserKey | null>;
  /** Whether an account is bound to a subject of the issuer. */
  isBound(user: UserKey, issuer: string): Promise<boolean>;
  /**
   * Binds an account to a subject, for good. Of two concurrent calls one is first; repeating one changes nothing.
   * @returns `bound-otherwise` if the account or the subject is bound to another
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
    events: (changedRoles: ChangedRoles) => AuditEvent[],
  ): Promise<ChangedRoles | null>;
}
