import { describe, expect, it } from 'vitest';
import { CREDENTIAL_ALPHABET } from '@/lib/wire/crypto/provisioning-profile';
import { checkLetter } from '@/lib/shared/codes/check-letter';

/** The same credentials in every run; a linear congruence (Numerical Recipes' constants). */
const CREDENTIALS = Array.from({ length: 60 }, (_, index) => {
  let state = index;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return CREDENTIAL_ALPHABET.charAt((state >>> 8) % CREDENTIAL_ALPHABET.length);
  };
  return Array.from({ length: 16 }, draw).join('');
});

function letterOf(credentials: string): string {
  return checkLetter(credentials.slice(0, 8), credentials.slice(8));
}

/** The share of mistakes that change the letter. */
function shareFound(mistakesOf: (credentials: string) => string[]): number {
  const found = CREDENTIALS.flatMap((credentials) =>
    mistakesOf(credentials)
      .filter((typed) => typed !== credentials)
      .map((typed) => letterOf(typed) !== letterOf(credentials)),
  );
  return found.filter(Boolean).length / found.length;
}

function swapNeighbours(credentials: string): string[] {
  return Array.from({ length: 15 }, (_, at) => {
    const [left = '', right = ''] = credentials.slice(at, at + 2);
    return credentials.slice(0, at) + right + left + credentials.slice(at + 2);
  });
}

describe('the check letter of typed credentials', () => {
  it('the check letter has no look-alikes', () => {
    for (const credentials of CREDENTIALS) expect(letterOf(credentials)).toMatch(/^[A-HJ-NP-Z]$/);
  });

  it.each(Array.from({ length: 16 }, (_, at) => at))('a mistake at position %i is detected 9 times of 10', (at) => {
    const mistype = (credentials: string) =>
      Array.from(CREDENTIAL_ALPHABET, (other) => credentials.slice(0, at) + other + credentials.slice(at + 1));
    expect(shareFound(mistype)).toBeGreaterThan(0.9);
  });

  it('two exchanged neighbours are detected 9 times of 10', () => {
    expect(shareFound(swapNeighbours)).toBeGreaterThan(0.9);
  });

  it('the check letter depends on where the identifier ends and the password begins', () => {
    expect(checkLetter('ab', 'c')).not.toBe(checkLetter('a', 'bc'));
  });
});
