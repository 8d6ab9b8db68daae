import { parseLetterCode } from '../../shared/codes/letter-code';
import { SECOND } from '../../shared/time/duration';
import { poll } from '../poll';
import { invitationLink, listMails } from '../server/mailbox';
import type { Person } from '../server/people';
import type { Mail } from '../server/read-mail';
import { readPdf } from '../server/read-pdf';
import { PRINTER, type Site } from '../server/site';
import { inStep } from './in-step';

/** The site sends within a second or two; a test ends after 30, unless it is told otherwise. */
const PATIENCE_MS = 15 * SECOND;

type Addressee = Pick<Person, 'mailAddress'>;

/** The emails that the site has sent. */
export class KitMailbox {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** Somebody's emails so far, the oldest first. @throws Error where the site runs already */
  list({ mailAddress }: Addressee): Mail[] {
    return listMails(this.#site.own('mailbox'), mailAddress);
  }

  /** Waits for an email to somebody whose subject matches, and takes the newest. */
  async next(to: Addressee, subject = /^/): Promise<Mail> {
    let latest: Mail | undefined;
    const isThere = async () => {
      latest = this.list(to).findLast((mail) => subject.test(mail.subject));
      return latest !== undefined;
    };
    const what = `an email to ${to.mailAddress} whose subject matches ${subject}`;
    await inStep(`mailbox: ${what}`, () => poll(what, isThere, PATIENCE_MS));
    if (!latest) throw new TypeError('the wait ended without an email');
    return latest;
  }

  /** Waits for the link of an invitation. @param excluded links that are none */
  invitationLink({ mailAddress }: Addressee, excluded: readonly string[] = []): Promise<string> {
    return inStep(`mailbox: an invitation to ${mailAddress}`, () =>
      invitationLink(this.#site.own('mailbox'), mailAddress, excluded, PATIENCE_MS),
    );
  }
}

/**
 * A letter as it comes out of the printer.
 * @property text its lines
 * @property code that is typed at `/invitation/code`; null for a letter without one
 */
export type Letter = { subject: string; pdf: Buffer; text: string[]; code: string | null };

function readLetter(subject: string, pdf: Buffer): Letter {
  const text = readPdf(pdf);
  return { subject, pdf, text, code: text.find((line) => parseLetterCode(line) !== null) ?? null };
}

/** What the site has sent to the printer. */
export class KitLetters {
  readonly #mailbox: KitMailbox;

  constructor(site: Site) {
    this.#mailbox = new KitMailbox(site);
  }

  /** The letters so far, the oldest first. @throws Error where the site runs already */
  list(): Letter[] {
    return this.#mailbox
      .list({ mailAddress: PRINTER })
      .flatMap(({ subject, attachments }) =>
        attachments.flatMap(({ type, content }) => (type === 'application/pdf' ? [readLetter(subject, content)] : [])),
      );
  }

  /** Waits for another letter than the known ones. @param excluded how many there were */
  async next(excluded = 0): Promise<Letter> {
    await inStep('letters: a printed letter', () =>
      poll('a printed letter', async () => this.list().length > excluded, PATIENCE_MS),
    );
    const letter = this.list()[excluded];
    if (!letter) throw new TypeError('the wait ended without a letter');
    return letter;
  }
}
