import type { MailSender } from '../../config/sections/mail-config';
import type { HelpdeskContact } from '../../shared/helpdesk-contact';
import type { Fact } from '../mail-kinds/define-mail';

/** A printed letter before it becomes a PDF. All parts are plain text. */
export type LetterBody = {
  subject: string;
  paragraphs: readonly string[];
  /** Beside the picture, which says the address. */
  scan: { hint: string; url: string };
  /** For who cannot scan. */
  type: { hint: string; address: string; code: string };
  facts: readonly Fact[];
  closing: readonly string[];
  /** Precedes who helps. */
  help: string;
};

/** Light, then dark. */
type ColourPair = readonly [light: string, dark: string];

/**
 * Whose mails they are. Null for the product's own.
 * @property name heads each mail
 */
export type MailBrand = { name: string | null; colours: { accent: ColourPair; onAccent: ColourPair } | null };

export type MailSettings = {
  from: MailSender;
  /** Address of the site. */
  site: string;
  /** Whether mails may contain links. */
  links: boolean;
  /** IANA name of the zone of times, for those who have chosen none. */
  timeZone: string;
  /** Who helps; null where nobody says so. */
  contact: HelpdeskContact | null;
  /** Left out for the product's own. */
  brand?: MailBrand;
};
