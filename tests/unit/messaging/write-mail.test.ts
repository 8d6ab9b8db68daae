import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/accounts/users/user';
import { writeMail } from '@/lib/messaging/mail/write-mail';
import type { MailContent } from '@/lib/messaging/mail-content';
import { MAIL_CONTENTS } from '../../support/mail/mail-contents';

const SITE = 'https://tessera.example.org';
const CONTENTS: MailContent[] = Object.values(MAIL_CONTENTS);
const EVERY = LANGUAGES.flatMap((language) => CONTENTS.map((content) => [content.kind, language, content] as const));

const addresses = (text: string) => [...text.matchAll(/https?:\/\/[^\s"<]+/g)].map(([address]) => address);

const SAID = new Set(['userId', 'displayName', 'device', 'newDevice', 'browser', 'network', 'code', 'justification']);

/** What of a content everybody reads. */
function said(content: MailContent): string[] {
  return Object.entries(content).flatMap(([name, value]) => (SAID.has(name) ? [String(value)] : []));
}

/** What a mail leads to. The link of a letter is in the letter alone, which is attached. */
function linksIn(content: MailContent): string[] {
  if (content.kind === 'invitation-letter') return [];
  return Object.entries(content).flatMap(([name, value]) => (/(?:Link|Url)$/.test(name) ? [String(value)] : []));
}

function invitationFor(proof: 'password' | 'read-out'): string {
  return writeMail({ ...MAIL_CONTENTS.invitation, proof }, 'en', SITE).text;
}

describe('a mail', () => {
  it.each(EVERY)('a mail of the kind %s in %s says what it knows, in text and HTML', (_kind, language, content) => {
    const { subject, text, html } = writeMail(content, language, SITE);
    expect(subject).toMatch(/^\S.{9,70}\S$/);
    expect(html).toContain(`<html lang="${language}">`);
    for (const value of said(content)) for (const version of [text, html]) expect(version).toContain(value);
    // The moment, in the zone of the pages.
    expect(text).toMatch(/2026.*10:00 UTC/);
    expect(text).not.toContain('undefined');
    expect(html).not.toContain('undefined');
  });

  it.each(EVERY)(
    'a mail of the kind %s in %s leads to its link, the site, and nowhere else',
    (_kind, language, content) => {
      const { text, html } = writeMail(content, language, SITE);
      const links = linksIn(content);
      const allowed = new Set([...links, `${SITE}.`, SITE]);
      for (const address of [...addresses(text), ...addresses(html)])
        expect(allowed.has(address.replace(/[.,]$/, '')) || allowed.has(address)).toBe(true);
      // As a button, and spelt out for who cannot press it.
      for (const link of links) expect(html.split(`href="${link}"`)).toHaveLength(3);
      for (const link of links) expect(text.split('\n')).toContain(link);
      expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form|input)|url\(|@import/i);
    },
  );

  it('is in other words in each language', () => {
    for (const content of CONTENTS) {
      const subjects = LANGUAGES.map((language) => writeMail(content, language, SITE).subject);
      expect(new Set(subjects).size).toBe(LANGUAGES.length);
    }
  });

  it('shows what people have typed as they typed it, and runs nothing of it', () => {
    const device = `<img src=x onerror="alert('&')">`;
    const { text, html } = writeMail({ ...MAIL_CONTENTS['device-activated'], device }, 'en', SITE);
    expect(text).toContain(device);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;&amp;&#39;)&quot;&gt;');
  });

  it('has no more lines than its own, whatever people have typed', () => {
    const device = 'Pixel\r\nBcc: thief@example.net\u2028Time: never\u202e';
    const { text, html } = writeMail({ ...MAIL_CONTENTS['device-activated'], device }, 'en', SITE);
    expect(text.split('\n')).toContain('Device: Pixel Bcc: thief@example.net Time: never');
    expect(html).toContain('>Pixel Bcc: thief@example.net Time: never<');
  });

  it('goes well with a dark screen', () => {
    const { html } = writeMail(MAIL_CONTENTS.invitation, 'en', SITE);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('tells those on the phone another way to prove themselves', () => {
    expect(invitationFor('password')).toContain('The page asks for your password.');
    expect(invitationFor('read-out')).toContain('Stay on the phone');
  });
});
