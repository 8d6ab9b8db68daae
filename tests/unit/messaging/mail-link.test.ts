import { expect, it } from 'vitest';
import { parseLetterCode, tokenOfCode } from '@/lib/shared/codes/letter-code';
import { makeMailLink } from '@/lib/messaging/mail-link';
import { systemRandom } from '@/lib/shared/random';

const publicUrl = 'https://tessera.example.org';

it('a link carries its token where the browser sends it to nobody', async () => {
  const { token, url } = await makeMailLink(
    { random: systemRandom, settings: { publicUrl, mailLinks: true } },
    '/not-me',
  );
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(url).toBe(`${publicUrl}/not-me#${token}`);
});

it('where mails contain no links, an address to type and a code that stands for the token take its place', async () => {
  const { token, url } = await makeMailLink(
    { random: systemRandom, settings: { publicUrl, mailLinks: false } },
    '/not-me',
  );
  const [address, typed = ''] = url.split('#');
  expect(address).toBe(`${publicUrl}/not-me/code`);
  const code = parseLetterCode(typed);
  expect(code && (await tokenOfCode(code))).toBe(token);
});
