import { describe, expect, it } from 'vitest';
import { findLinkByLetterCode } from '@/lib/helpdesk/invitations/find-link-by-letter-code';
import { parseLinkToken } from '@/lib/helpdesk/invitations/invitation-link';
import { formatLetterCode, generateLetterCode, tokenOfCode, parseLetterCode } from '@/lib/shared/codes/letter-code';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { MemoryRateLimiter } from '../../../support/doubles/stores/memory-rate-limiter';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the code of a letter', () => {
  it('a letter code is read in any typed form', () => {
    const code = generateLetterCode(systemRandom);
    const printed = formatLetterCode(code);
    expect(printed).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
    for (const typed of [
      printed,
      printed.toLowerCase(),
      printed.replaceAll('-', ' '),
      ` ${printed.replaceAll('-', '–')} `,
      printed.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(parseLetterCode(typed)).toBe(code);
  });

  it('a letter code with any single character mistyped is detected', () => {
    const code = generateLetterCode(systemRandom);
    for (let place = 0; place < code.length; place += 1)
      for (const wrong of ALPHABET.replace(code.charAt(place), ''))
        expect(parseLetterCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
  });

  it('a letter code stands for one link token, always the same', async () => {
    const code = generateLetterCode(systemRandom);
    const token = await tokenOfCode(code);
    expect(parseLinkToken(token)).toBe(token);
    expect(await tokenOfCode(code)).toBe(token);
    expect(await tokenOfCode(generateLetterCode(systemRandom))).not.toBe(token);
  });

  it('a letter code may be tried as often from one address as a link', async () => {
    const rateLimiter = new MemoryRateLimiter(systemClock);
    const code = generateLetterCode(systemRandom);
    const answers = [];
    for (let tries = 0; tries < 200; tries += 1)
      answers.push(await findLinkByLetterCode({ rateLimiter }, 'nonsense', ORIGIN));
    expect(answers[0]).toEqual({ ok: false, refusal: 'mistyped-code' });
    expect(answers.at(-1)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect(await findLinkByLetterCode({ rateLimiter }, code, ORIGIN)).toEqual({
      ok: false,
      refusal: 'too-many-attempts',
    });
  });
});
