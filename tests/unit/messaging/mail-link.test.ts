import { expect, it } from 'vitest';
import { parseLetterCode, tokenOfCode } from '@/lib/shared/codes/letter-code';
import { makeMailLink } from '@/lib/messaging/mail-link';
import { systemRandom } from '@/lib/shared/random';

const publicUrl = 'https://tessera.example.org';

it('a link carries its token in the fragment, which browsers do not send', async () => {
  const { token, url } = await makeMailLink(
    { random: systemRandom, settings: { publicUrl, mailLinks: true } },
    '/not-me',
  );
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(url).toBe(`${publicUrl}/not-me#${token}`);
});

it('a mail without links has an address to type and a code that stands for the token', async () => {
  const { token, url } = await makeMailLink(
    { random: systemRandom, settings: { publicUrl, mailLinks: false } },
    '/not-me',
  );
  const [address, typed = ''] = url.split('#');
  expect(address).toBe(`${publicUrl}/not-me/code`);
  const code = parseLetterCode(typed);
  expect(code && (await tokenOfCode(code))).toBe(token);
});
