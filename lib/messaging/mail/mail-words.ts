import type { MailContent, PersonalContent } from '../mail-content';
import type { LetterBody, MailBody } from './mail-body';

/** @param time formats a time */
type Write<Content, Body = MailBody> = (content: Content, time: (at: Date) => string) => Body;

type Letter = Extract<MailContent, { kind: 'invitation-letter' }>;

/** The mail to the print room, in the site's language. */
export type WritePrintOrder = Write<Letter>;

type Letters = { [Kind in PersonalContent['kind']]: Write<Extract<PersonalContent, { kind: Kind }>> };

/** Mails about somebody's account. */
export type AccountLetters = Pick<
  Letters,
  | 'account-invitation'
  | 'password-code'
  | 'confirmation-code'
  | 'manager-asked'
  | 'role-requested'
  | 'change-requested'
  | 'service-budget-used-up'
>;

/** Mails about systems that call this site. */
export type ServiceLetters = Pick<
  Letters,
  'service-account-requested' | 'service-key-made' | 'service-key-replaced' | 'service-account-expiring'
>;

/** All mails in one language. A kind of mail without words does not compile. */
export type MailWords = {
  letters: Letters;
  /** The printed letter, in its reader's language. */
  printed: Write<Letter, LetterBody>;
  /** Precedes a link that is spelt out. */
  linkHint: string;
  /** Says that the addresses of a mail without links are typed. */
  typeHint: string;
  /** Precedes who helps. */
  help: string;
  /** Between a fact's label and its value. */
  colon: string;
  /** @param site address of the site */
  footer: (site: string) => string;
};
