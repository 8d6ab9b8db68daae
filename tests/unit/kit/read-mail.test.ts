import { describe, expect, it } from 'vitest';
import { readMail } from '@/lib/kit/server/read-mail';

const message = (text: string) =>
  ['To: pat@example.org', 'Subject: A mail', 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n');

const part = (type: string, text: string, ...headers: string[]) =>
  [`Content-Type: ${type}`, ...headers, '', text, ''].join('\r\n');

describe('the links of a mail', () => {
  it.each([
    ['Open https://example.org/invitation#abc_-.', 'https://example.org/invitation#abc_-'],
    ['Is it you (https://example.org/not-me#abc)?', 'https://example.org/not-me#abc'],
    ['Öffnen Sie „https://example.org/a“, bitte', 'https://example.org/a'],
    ['https://example.org/a?b=c&d=e.f', 'https://example.org/a?b=c&d=e.f'],
  ])('a link of a mail excludes the sentence’s punctuation: %s', (text, link) => {
    expect(readMail(message(text)).links).toEqual([link]);
  });
});

it('a mail with two bodies is read as text and as HTML, and an attached file is neither', () => {
  const parts = [
    part('text/plain', 'Hello'),
    part('text/html; charset=utf-8', '<p>Hello =C3=A9</p>', 'Content-Transfer-Encoding: quoted-printable'),
    part('text/html', '<p>attached</p>', 'Content-Disposition: attachment; filename="a.html"'),
  ];
  const source = `Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n${parts.join('--b\r\n')}--b--\r\n`;
  const mail = readMail(source);
  expect(mail.text.trim()).toBe('Hello');
  expect(mail.html.trim()).toBe('<p>Hello é</p>');
  expect(mail.attachments.map(({ name }) => name)).toEqual(['a.html']);
});
