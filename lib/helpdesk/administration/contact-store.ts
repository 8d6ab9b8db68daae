import type { SessionId } from '../../accounts/sessions/session';
import type { ContactRecords, Contacts } from '../../accounts/users/contacts';
import type { User } from '../../accounts/users/user';
import type { SideEffects } from '../../messaging/new-message';
import type { Result } from '../../shared/result';
import type { AccountChange } from './account-store';

/** PORT: the contacts of this site's accounts. */
export interface ContactStore extends ContactRecords {
  /**
   * Changes them in one transaction with its side effects.
   * @param change.session of the user who changes their own; null for another's change. `signed-out`: it has ended
   * @param decide what is saved, from what is on record while nobody else changes it
   */
  changeContacts<Refusal extends string>(
    change: Omit<AccountChange, 'sideEffects'> & { session: SessionId | null },
    decide: (before: {
      user: User;
      contacts: Contacts;
    }) => Result<{ contacts: Contacts; sideEffects: SideEffects }, Refusal>,
  ): Promise<Result<null, 'not-found' | 'not-permitted' | 'signed-out' | Refusal>>;
}
