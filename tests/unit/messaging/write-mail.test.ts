import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '@/lib/shared/language';
import { writeMail, writePrinted } from '@/lib/messaging/mail/write-mail';
import type { MailContent } from '@/lib/messaging/mail-content';
import { MAIL_CONTENTS, MAIL_VARIANTS } from '../../support/mail/mail-contents';
import { MAIL_SETTINGS } from '../../support/mail/mail-settings';

const { site: SITE } = MAIL_SETTINGS;
/** As `makeMailLink` puts it behind an address. */
const CODE = '7K3MX-Q2ZPA-94TVB';
const CONTENTS: MailContent[] = [...Object.values(MAIL_CONTENTS), ...MAIL_VARIANTS];
const EVERY = LANGUAGES.flatMap((language) => CONTENTS.map((content) => [content.kind, language, content] as const));

const addresses = (text: string) => [...text.matchAll(/https?:\/\/[^\s"<]+/g)].map(([address]) => address);

const SAID = new Set([
  'userId',
  'displayName',
  'person',
  'device',
  'name',
  'newDevice',
  'browser',
  'network',
  'justification',
]);

/** What of a content everybody reads. */
function said(content: MailContent): string[] {
  // The code of a letter is in the letter alone.
  const code = 'code' in content && content.kind !== 'invitation-letter' ? [content.code] : [];
  return code.concat(Object.entries(content).flatMap(([name, value]) => (SAID.has(name) ? [String(value)] : [])));
}

/** What a mail leads to. The link of a letter is in the letter alone, which is attached. */
function linksIn(content: MailContent): string[] {
  if (content.kind === 'invitation-letter') return [];
  return Object.entries(content).flatMap(([name, value]) => (/(?:Link|Url)$/.test(name) ? [String(value)] : []));
}

function invitationFor(proof: 'password' | 'read-out'): string {
  return writeMail({ ...MAIL_CONTENTS.invitation, proof }, 'en', MAIL_SETTINGS).text;
}

describe('a mail', () => {
  it.each(EVERY)('a mail of the kind %s in %s says what it knows, in text and HTML', (_kind, language, content) => {
    const { subject, text, html } = writeMail(content, language, MAIL_SETTINGS);
    expect(subject).toMatch(/^\S.{9,70}\S$/);
    // A print order is in the site's language.
    expect(html).toContain(`<html lang="${content.kind === 'invitation-letter' ? 'en' : language}">`);
    for (const value of said(content)) for (const version of [text, html]) expect(version).toContain(value);
    // The moment, in the site's zone.
    expect(text).toMatch(/2026.*10:00 UTC/);
    expect(text).not.toContain('undefined');
    expect(html).not.toContain('undefined');
  });

  it.each(EVERY)(
    'a mail of the kind %s in %s leads to its link, the site, and nowhere else',
    (_kind, language, content) => {
      const { text, html } = writeMail(content, language, MAIL_SETTINGS);
      const links = linksIn(content);
      const allowed = new Set([...links, `${SITE}.`, SITE, `${SITE}/lost-phone`]);
      for (const address of [...addresses(text), ...addresses(html)])
        expect(allowed.has(address.replace(/[.,]$/, '')) || allowed.has(address)).toBe(true);
      // As a button, and spelt out for who cannot press it.
      for (const link of links) expect(html.split(`href="${link}"`)).toHaveLength(3);
      for (const link of links) expect(text.split('\n')).toContain(link);
      expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form|input)|url\(|@import/i);
    },
  );

  it.each(EVERY)('a mail of the kind %s in %s contains no link where that is set', (_kind, language, content) => {
    const typed = Object.entries(content).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace('#s3cret', `/code#${CODE}`) : value,
    ]);
    const linkless = Object.fromEntries(typed) as MailContent;
    const contact = { name: 'IT Service Desk', phone: '+49 30 1234', email: 'help@example.org', hours: null };
    const { subject, text, html } = writeMail(linkless, language, { ...MAIL_SETTINGS, contact, links: false });
    // RFC 3986 §3.1: any scheme, and what mail programs make links of without one.
    for (const version of [subject, text, html])
      expect(version).not.toMatch(/[a-z][a-z0-9+.-]*:\/\/|mailto:|www\.|href|<a\b/i);
    const typedParts = linksIn(linkless).flatMap((link) => link.replace('https://', '').split('#'));
    for (const part of typedParts) for (const version of [text, html]) expect(version).toContain(part);
  });

  it('a letter is printed with its address as it is typed where mails contain no links', () => {
    const { type } = writePrinted(MAIL_CONTENTS['invitation-letter'], 'de', { timeZone: 'UTC', links: false });
    expect(type.address).toBe('tessera.example.org/invitation/code');
  });

  it('a mail’s subject differs in each language', () => {
    for (const content of CONTENTS.filter(({ kind }) => kind !== 'invitation-letter')) {
      const subjects = LANGUAGES.map((language) => writeMail(content, language, MAIL_SETTINGS).subject);
      expect(new Set(subjects).size).toBe(LANGUAGES.length);
    }
  });

  it('a mail shows names as users typed them, and runs none of them', () => {
    const device = `<img src=x onerror="alert('&')">`;
    const { text, html } = writeMail({ ...MAIL_CONTENTS['device-activated'], device }, 'en', MAIL_SETTINGS);
    expect(text).toContain(device);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;');
  });

  it('a name with line breaks adds no line to a mail', () => {
    const device = 'Pixel\r\nBcc: thief@example.net\u2028Time: never\u202e';
    const { text, html } = writeMail({ ...MAIL_CONTENTS['device-activated'], device }, 'en', MAIL_SETTINGS);
    expect(text.split('\n')).toContain('Device: Pixel Bcc: thief@example.net Time: never');
    expect(html).toContain('>Pixel Bcc: thief@example.net Time: never<');
  });

  it('a mail about a device that starts to work later says from when, and promises nothing before', () => {
    const usableFrom = new Date('2026-05-05T09:00:00Z');
    const { text } = writeMail({ ...MAIL_CONTENTS['device-activated'], usableFrom }, 'en', MAIL_SETTINGS);
    expect(text).toContain('can sign in as you from 5 May 2026 at 09:00');
    expect(text).not.toContain('can now sign in');
  });

  it('a mail greets users by their whole name, with joiners of Persian letters and emoji', () => {
    const displayName = 'می\u{200c}خواهم 👩\u{200d}👩\u{200d}👧';
    const { text } = writeMail({ ...MAIL_CONTENTS['device-activated'], displayName }, 'en', MAIL_SETTINGS);
    expect(text).toContain(displayName);
  });

  it('a mail’s times are in the zone of the site, which it names', () => {
    const settings = { ...MAIL_SETTINGS, timeZone: 'Europe/Berlin' };
    const time = (language: Language) => writeMail(MAIL_CONTENTS.invitation, language, settings).text;
    expect(time('en')).toContain('Valid until: 4 May 2026 at 12:00 CEST');
    expect(time('de')).toMatch(/4\. Mai 2026 um 12:00 (?:MESZ|UTC\+2)/);
    expect(time('fr')).toContain('Identifiant\u202f: jane.doe');
  });

  it('a mail names the helpdesk where it is configured', () => {
    const contact = { name: 'IT Service Desk', phone: '+49 30 1234', email: 'help@example.org', hours: null };
    for (const written of Object.values(writeMail(MAIL_CONTENTS.invitation, 'en', { ...MAIL_SETTINGS, contact })).slice(
      1,
    ))
      expect(written).toContain('Need help? IT Service Desk · +49 30 1234 · help@example.org');
  });

  it.each(LANGUAGES)(
    'a mail about a retired device keeps the old one by its button and reports a stranger by a link, in %s',
    (language) => {
      const { text, html } = writeMail(MAIL_CONTENTS['device-retiring'], language, MAIL_SETTINGS);
      const { undoUrl, notMeLink } = MAIL_CONTENTS['device-retiring'];
      const notMe = { en: 'It wasn’t me', de: 'Das war ich nicht', fr: 'Ce n’était pas moi', nl: 'Dit was ik niet' }[
        language
      ];
      const labelOf = (url: string) => new RegExp(`href="${url}"[^>]*>([^<h][^<]*)<`).exec(html)?.[1];
      expect(html).toMatch(new RegExp(`class="button" href="${undoUrl}"`));
      expect(labelOf(undoUrl)).not.toBe(notMe);
      expect(labelOf(notMeLink)).toBe(notMe);
      expect(text.split('\n')[text.split('\n').indexOf(notMeLink) - 1]).toContain(notMe);
    },
  );

  it('a letter for the print room is in the language of the site, whatever the user’s', () => {
    expect(writeMail(MAIL_CONTENTS['invitation-letter'], 'fr', MAIL_SETTINGS)).toEqual(
      writeMail(MAIL_CONTENTS['invitation-letter'], 'en', MAIL_SETTINGS),
    );
  });

  it('a mail supports dark colour schemes', () => {
    const { html } = writeMail(MAIL_CONTENTS.invitation, 'en', MAIL_SETTINGS);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('an invitation offers callers a proof other than the password', () => {
    expect(invitationFor('password')).toContain('you’ll sign in with your password.');
    expect(invitationFor('read-out')).toContain('Stay on the phone');
  });

  it('the mail to an approver names the person and the device in its subject', () => {
    const asked = { ...MAIL_CONTENTS['approval-requested'], action: 'removal', device: 'Pixel 9' } as const;
    const subject = (language: Language) => writeMail(asked, language, MAIL_SETTINGS).subject;
    expect(subject('en')).toBe('Please decide: removal of Pixel 9 of Ada Lovelace');
    for (const language of LANGUAGES) expect(subject(language)).toMatch(/Pixel 9.*Ada Lovelace/);
  });
});
