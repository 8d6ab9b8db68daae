import type { SessionId } from '../../../accounts/sessions/session';
import { NO_CONTACTS, type Contacts } from '../../../accounts/users/contacts';
import { normalizeUserId, type User } from '../../../accounts/users/user';
import type { AccountChange } from '../../../helpdesk/administration/account-store';
import type { ContactStore } from '../../../helpdesk/administration/contact-store';
import type { PrismaClient, User as UserRow } from '../../../generated/prisma/client';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { PhoneNumber } from '../../../shared/phone-number';
import { accept, type Result } from '../../../shared/result';
import type { Database } from '../../database';
import type { PersistSideEffects } from '../../side-effects/persist-side-effects';
import { holdAccount, type AccountGone } from '../accounts/hold-account';
import { userFromRow } from '../accounts/user-row';

type ContactRow = Pick<UserRow, 'phoneNumbers' | 'managerUserId' | 'managerRecordedAt'>;

/** As stored in `phone_numbers`. */
type StoredNumber = { number: PhoneNumber; recordedBy: string | null; recordedAt: string | null };

export class PrismaContactStore implements ContactStore {
  readonly #client: PrismaClient;
  readonly #persist: PersistSideEffects;
  readonly #protectedGroups: readonly string[];

  /** @param protectedGroups see `PrismaUserDirectory` */
  constructor(
    { client }: Pick<Database, 'client'>,
    persist: PersistSideEffects,
    protectedGroups: readonly string[] = [],
  ) {
    this.#client = client;
    this.#persist = persist;
    this.#protectedGroups = protectedGroups;
  }

  async contactsOf({ userId, domain }: UserKey): Promise<Contacts> {
    const row = await this.#client.user.findUnique({
      where: { userId_domain: { userId: normalizeUserId(userId), domain } },
      select: { phoneNumbers: true, managerUserId: true, managerRecordedAt: true },
    });
    return row ? contactsFromRow(row) : NO_CONTACTS;
  }

  async changeContacts<Refusal extends string>(
    change: Omit<AccountChange, 'sideEffects'> & { session: SessionId | null },
    decide: (before: {
      user: User;
      contacts: Contacts;
    }) => Result<{ contacts: Contacts; sideEffects: SideEffects }, Refusal>,
  ): Promise<Result<null, AccountGone | Refusal>> {
    return this.#client.$transaction(async (transaction) => {
      const result = await holdAccount(transaction, change);
      if (!result.ok) return result;
      const user = userFromRow(result.value, this.#protectedGroups);
      const outcome = decide({ user, contacts: contactsFromRow(result.value) });
      if (!outcome.ok) return outcome;
      const { contacts, sideEffects } = outcome.value;
      const { userId, domain } = user;
      await transaction.user.update({ where: { userId_domain: { userId, domain } }, data: rowFromContacts(contacts) });
      await this.#persist(transaction, sideEffects);
      return accept(null);
    });
  }
}

function contactsFromRow({ phoneNumbers, managerUserId, managerRecordedAt }: ContactRow): Contacts {
  return {
    phoneNumbers: (phoneNumbers as StoredNumber[]).map(({ number, recordedBy, recordedAt }) => ({
      number,
      recordedBy,
      recordedAt: recordedAt === null ? null : new Date(recordedAt),
    })),
    manager: managerUserId === null ? null : { userId: managerUserId, recordedAt: managerRecordedAt },
  };
}

function rowFromContacts({ phoneNumbers, manager }: Contacts) {
  return {
    phoneNumbers: phoneNumbers.map(({ number, recordedBy, recordedAt }): StoredNumber => ({
      number,
      recordedBy,
      recordedAt: recordedAt && recordedAt.toISOString(),
    })),
    managerUserId: manager && manager.userId,
    managerRecordedAt: manager && manager.recordedAt,
  };
}
