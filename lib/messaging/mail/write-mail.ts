import { translate } from '../../shared/language/translate';
import { DEFAULT_LANGUAGE, type Language } from '../../shared/language';
import { withoutUnseen } from '../../shared/text/one-line';
import { MAILS, type ContentOf, type MailContent, type MailKind } from '../mail-content';
import type { MailBody, Voice } from '../mail-kinds/define-mail';
import { LETTER } from '../mail-kinds/invitation-mails';
import { contactLine } from './contact-line';
import { ACTION, CODE_HINT, FACT, FOOTER, HELP, LOST, SCAN_HINT } from './frame-texts';
import type { LetterBody, MailSettings } from './mail-body';
import { renderHtml } from './render-html';
import { plainAddress, withoutLinks } from './without-links';

export type WrittenMail = { subject: string; text: string; html: string };

type WriteSettings = Pick<MailSettings, 'site' | 'links' | 'timeZone' | 'contact' | 'brand'>;

/** Writes a mail's texts. Its language is the reader's, but that of a print order the site's. */
export function writeMail(content: MailContent, readers: Language, settings: WriteSettings): WrittenMail {
  const language = content.kind === 'invitation-letter' ? DEFAULT_LANGUAGE : readers;
  const voice = voiceIn(language, settings.timeZone);
  const mailBody = write(content, voice);
  const body = inOneLineEach(settings.links ? mailBody : withoutLinks(mailBody, voice));
  const writeSettings = settings.links ? settings : { ...settings, site: plainAddress(settings.site) };
  return {
    subject: body.subject,
    text: renderText(body, voice, writeSettings),
    html: renderHtml(body, voice, writeSettings, language),
  };
}

/** Writes the letter that is printed for a mail. */
export function writePrinted(
  content: ContentOf<'invitation-letter'>,
  language: Language,
  { timeZone, links }: Pick<MailSettings, 'timeZone' | 'links'>,
): LetterBody {
  const voice = voiceIn(language, timeZone);
  const { say } = voice;
  const { subject, paragraphs, facts, closing } = inOneLineEach(LETTER.write(content, voice));
  const { invitationLink, codeUrl, code } = content;
  return {
    subject,
    paragraphs,
    scan: { hint: say(SCAN_HINT), url: invitationLink },
    type: { hint: say(CODE_HINT), address: links ? codeUrl : plainAddress(codeUrl), code },
    help: say(HELP),
    facts,
    closing,
  };
}

function write<Kind extends MailKind>(content: ContentOf<Kind>, voice: Voice): MailBody {
  return MAILS[content.kind].write(content, voice);
}

function voiceIn(language: Language, timeZone: string): Voice {
  return { say: (message, values) => translate(language, message, values), time: timeWords(language, timeZone) };
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
  { say }: Voice,
  { site, contact }: WriteSettings,
): string {
  const actions = [action, otherAction].flatMap((one) =>
    one ? [`${say(ACTION, { label: one.label })}\n${one.url}`] : [],
  );
  const parts = [
    ...paragraphs,
    facts.map(([label, value]) => say(FACT, { label, value })).join('\n'),
    ...actions,
    ...closing,
    ...(contact ? [`${say(HELP)} ${contactLine(contact)}`] : []),
    say(LOST, { address: `${site}/lost-phone` }),
    // RFC 3676 §4.3: the signature separator.
    `-- \n${say(FOOTER, { site })}`,
  ];
  return `${parts.join('\n\n')}\n`;
}
