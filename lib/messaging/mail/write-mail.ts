import type { Language } from '../../accounts/users/user';
import type { MailContent } from '../mail-content';
import type { MailBody } from './mail-body';
import type { MailWords } from './mail-words';
import { renderHtml } from './render-html';
import { DUTCH } from './words/dutch';
import { ENGLISH } from './words/english';
import { FRENCH } from './words/french';
import { GERMAN } from './words/german';

const WORDS: Record<Language, MailWords> = { en: ENGLISH, de: GERMAN, fr: FRENCH, nl: DUTCH };

export type WrittenMail = { subject: string; text: string; html: string };

/** Writes a mail's texts. @param site address of the site, for the footer */
export function writeMail(content: MailContent, language: Language, site: string): WrittenMail {
  const words = WORDS[language];
  const letter = inOneLineEach(writeLetter(content, words, timeWords(language)));
  return {
    subject: letter.subject,
    text: renderText(letter, words, site),
    html: renderHtml(letter, words, site, language),
  };
}

/** Writes the letter that is printed for a mail. */
export function writePrinted(
  content: Extract<MailContent, { kind: 'invitation-letter' }>,
  language: Language,
): MailBody {
  return inOneLineEach(WORDS[language].printed(content, timeWords(language)));
}

function writeLetter<Kind extends MailContent['kind']>(
  content: Extract<MailContent, { kind: Kind }>,
  { letters }: MailWords,
  time: (at: Date) => string,
): MailBody {
  return letters[content.kind](content, time);
}

/** Removes control and direction characters, so that user input can neither end a header nor fake further lines. */
function inOneLineEach({ subject, paragraphs, facts, action, closing }: MailBody): MailBody {
  return {
    subject: oneLine(subject),
    paragraphs: paragraphs.map(oneLine),
    facts: facts.map(([label, value]) => [label, oneLine(value)] as const),
    action,
    closing: closing.map(oneLine),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** "24 November 2026 at 23:21 UTC", in the same zone as the pages. */
function timeWords(language: Language): (at: Date) => string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (at) => `${format.format(at)} UTC`;
}

/** Renders plain text. Lines are not wrapped, because a wrapped link would break. */
function renderText(
  { paragraphs, facts, action, closing }: MailBody,
  { footer }: Pick<MailWords, 'footer'>,
  site: string,
): string {
  const parts = [
    ...paragraphs,
    facts.map(([label, value]) => `${label}: ${value}`).join('\n'),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...closing,
    // RFC 3676 §4.3: the signature separator.
    `-- \n${footer(site)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
