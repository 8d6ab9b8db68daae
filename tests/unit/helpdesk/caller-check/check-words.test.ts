import { describe, expect, it } from 'vitest';
import { drawCheckWords, FIRST_WORDS, SECOND_WORDS } from '@/lib/helpdesk/caller-check/check-words';

const LISTS = [
  ['first', FIRST_WORDS],
  ['second', SECOND_WORDS],
] as const;

/** Consonants that a bad line does not tell apart are one; of vowels the first is kept, as one. */
function soundOf(word: string): string {
  const consonants = word
    .replaceAll('ph', 'f')
    .replaceAll(/ck|qu|q|x/g, 'k')
    .replaceAll('kn', 'n')
    .replaceAll('wr', 'r')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/[cg]/g, 'k')
    .replaceAll('p', 'b')
    .replaceAll('t', 'd')
    .replaceAll('v', 'f')
    .replaceAll(/[zj]/g, 's')
    .replaceAll('m', 'n');
  const start = /^[aeiou]/.test(consonants) ? 'a' : '';
  return start + consonants.replaceAll(/[aeiouhwy]/g, '').replaceAll(/(.)\1+/g, '$1');
}

function alike(words: readonly string[]): string[][] {
  const groups = words.map((word) => words.filter((other) => soundOf(other) === soundOf(word)));
  return groups.filter((group, index) => group.length > 1 && group[0] === words[index]);
}

describe('the words of a caller check', () => {
  it.each(LISTS)('the %s word is one of 256 short ones in small letters', (_which, words) => {
    expect(words).toHaveLength(256);
    expect(words.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });

  it('no word is there twice, in either list', () => {
    const all = [...FIRST_WORDS, ...SECOND_WORDS];
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(LISTS)('no two of the %s words sound alike', (_which, words) => {
    expect(alike(words)).toEqual([]);
  });

  it('words that sound alike are found', () => {
    expect(alike(['plum', 'river', 'blum', 'coal', 'goal', 'see'])).toEqual([
      ['plum', 'blum'],
      ['coal', 'goal'],
    ]);
  });

  it('threat: a guess of the words: each of 65,536 pairs is drawn by two bytes of its own', () => {
    const pairs = new Set<string>();
    for (let first = 0; first < 256; first++)
      for (let second = 0; second < 256; second++)
        pairs.add(drawCheckWords({ bytes: () => Uint8Array.of(first, second) }));
    expect(pairs.size).toBe(65_536);
  });
});
