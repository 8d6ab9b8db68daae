import { DEFAULT_LANGUAGE, type Language } from '../../shared/language';
import { withoutUnseen } from '../../shared/text/one-line';
import type { MailContent, PersonalContent } from '../mail-content';
import { contactLine } from './contact-line';
import type { LetterBody, MailBody, MailSettings } from './mail-body';
import type { MailWords } from './mail-words';
import { renderHtml } from './render-html';
import { plainAddress, withoutLinks } from './without-links';
import { DUTCH } from './words/dutch';
import { ENGLISH } from './words/english';
import { FRENCH } from './words/french';
import { GERMAN } from './words/german';
import { PRINT_ORDER } from './words/print-order';

const WORDS: Record<Language, MailWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, nl: DUTCH };

export type WrittenMail = { subject: string; text: string; html: string };

type LetterContent = Extract<MailContent, { kind: 'invitation-letter' }>;
type WriteSettings = Pick<MailSettings, 'site' | 'links' | 'timeZone' | 'contact'>;

/** Writes a mail's texts. Its language is the reader's, but that of a print order the site's. */
export function writeMail(content: MailContent, readers: Language, settings: WriteSettings): WrittenMail {
  const language = content.kind === 'invitation-letter' ? DEFAULT_LANGUAGE : readers;
  const words = WORDS[language];
  const time = timeWords(language, settings.timeZone);
  const written = content.kind === 'invitation-letter' ? PRINT_ORDER(content, time) : write(content, words, time);
  const body = inOneLineEach(settings.links ? written : withoutLinks(written, words));
  const shown = settings.links ? settings : { ...settings, site: plainAddress(settings.site) };
  return {
    subject: body.subject,
    text: renderText(body, words, shown),
    html: renderHtml(body, words, shown, language),
  };
}

/** Writes the letter that is printed for a mail. */
export function writePrinted(
  content: LetterContent,
  language: Language,
  { timeZone, links }: Pick<MailSettings, 'timeZone' | 'links'>,
): LetterBody {
  const letter = WORDS[language].printed(content, timeWords(language, timeZone));
  const { subject, paragraphs, facts, closing } = inOneLineEach({ ...letter, action: null });
  const { type } = letter;
  const typed = { ...type, address: links ? type.address : plainAddress(type.address) };
  return { ...letter, subject, paragraphs, type: typed, facts, closing };
}

function write<Kind extends PersonalContent['kind']>(
  content: Extract<PersonalContent, { kind: Kind }>,
  { letters }: MailWords,
  time: (at: Date) => string,
): MailBody {
  return letters[content.kind](content, time);
}

/** Removes control and direction characters, so that user input can neither end a header nor fake further lines. */
function inOneLineEach(body: MailBody): MailBody {
  return {
    ...body,
    subject: withoutUnseen(body.subject),
    paragraphs: body.paragraphs.map(withoutUnseen),
    facts: body.facts.map(([label, value]) => [label, withoutUnseen(value)] as const),
    closing: body.closing.map(withoutUnseen),
  };
}

/** "24 November 2026 at 23:21 CET": the zone is named, because a mail does not know where it is read. */
function timeWords(language: Language, timeZone: string): (at: Date) => string {
  const locale = language === 'en' ? 'en-GB' : language;
  const time = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
  const zone = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' });
  return (at) =>
    `${time.format(at)} ${zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone}`;
}

/** Renders plain text. Lines are not wrapped, because a wrapped link would break. */
function renderText(
  { paragraphs, facts, action, otherAction, closing }: MailBody,
  { footer, help, colon }: Pick<MailWords, 'footer' | 'help' | 'colon'>,
  { site, contact }: WriteSettings,
): string {
  const actions = [action, otherAction].flatMap((one) => (one ? [`${one.label}${colon.trimEnd()}\n${one.url}`] : []));
  const parts = [
    ...paragraphs,
    facts.map(([label, value]) => `${label}${colon}${value}`).join('\n'),
    ...actions,
    ...closing,
    ...(contact ? [`${help} ${contactLine(contact)}`] : []),
    // RFC 3676 §4.3: the signature separator.
    `-- \n${footer(site)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
