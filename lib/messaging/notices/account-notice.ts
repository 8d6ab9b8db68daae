import type { NoticedActor } from '../../audit/define-audit-event';
import { AUDIT_EVENTS, type NoticedEvent } from '../../audit/event-catalogue';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { MailAddress } from '../../shared/mail-address';

/** Changes of contacts, whose notices go to the addresses of before too. */
const CONTACT_CHANGES = ['addresses-changed', 'phone-numbers-changed', 'manager-changed'] as const;

/** What opens a case of the helpdesk, whose notices have a link of their own. */
const CASE_CHANGES = ['frozen', 'phone-lost'] as const;

export type NoticedChange = NoticedEvent | (typeof CONTACT_CHANGES)[number] | (typeof CASE_CHANGES)[number];

/** What a user is told at once, besides new and replaced devices, whose mails have links of their own. */
export const NOTICED_CHANGES: readonly NoticedChange[] = [
  ...new Set(AUDIT_EVENTS.flatMap(({ notice }) => (notice ? [notice.what] : []))),
  ...CONTACT_CHANGES,
  ...CASE_CHANGES,
];

/**
 * @property name of the device or passkey; null if the record does not say it, or if there is none
 * @property browser in words; null if it is not known
 * @property network a shortened address; null if it is not known, or not the user's own
 * @property reference of the helpdesk's case that it opened
 * @property notMeUrl a link that works signed out, for what ends the sign-in; left out for the page of a session
 */
export type AccountNotice = {
  what: NoticedChange;
  at: Date;
  instanceId: string | null;
  name: string | null;
  browser: string | null;
  network: string | null;
  by: NoticedActor;
  reference?: string;
  notMeUrl?: string;
};

/**
 * A notice that becomes a mail to every address of a user once it is due: neither their addresses nor the names of
 * their devices can be read in the transaction of the change, because a gateway may have them.
 * @property alsoTo addresses that the user had before the change
 */
export type NewNotice = { channel: 'notice'; user: UserKey; alsoTo: readonly MailAddress[]; notice: AccountNotice };
