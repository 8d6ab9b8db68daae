import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { PasswordEstimator } from '../../accounts/sign-in/password-policy';

/** Of four: more than 10^10 guesses, out of reach within the limits, and slow even with a stolen hash. */
const SUFFICIENT_SCORE = 4;

/** In characters. Estimating is superlinear in the length: 64 take 60 ms at worst, 128 three times as much. */
const ESTIMATED_LENGTH = 64;

/** In characters. Shorter words occur in every password. */
const SHORTEST_WORD = 3;

/**
 * Estimates with zxcvbn (Wheeler, USENIX Security 2016): 49,000 common passwords and 7,776 dictionary words, also
 * reversed and with digits for letters, repetitions, sequences, dates and keyboard patterns. The lists take 7 MB,
 * and are loaded when the first password is set.
 */
export class ZxcvbnPasswordEstimator implements PasswordEstimator {
  readonly #siteWords: readonly string[];
  #loaded: Promise<ZxcvbnFactory> | null = null;

  /** @param siteWords that an attacker would try for any user, such as the names of the site */
  constructor(siteWords: readonly string[]) {
    this.#siteWords = siteWords;
  }

  async isGuessable(password: string, words: readonly string[]): Promise<boolean> {
    this.#loaded ??= load();
    const zxcvbn = await this.#loaded;
    const expected = partsOf([...this.#siteWords, ...words]);
    const estimated = Array.from(without(expected, password)).slice(0, ESTIMATED_LENGTH).join('');
    return zxcvbn.check(estimated, expected).score < SUFFICIENT_SCORE;
  }
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  return new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** Removes the expected words, which add nothing to a guess, however they are combined. */
function without(words: readonly string[], password: string): string {
  const longestFirst = words.toSorted((left, right) => right.length - left.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), password.toLowerCase());
}

/** Each word and its parts: `jane.doe@example.org` is also jane, doe and example. */
function partsOf(words: readonly string[]): string[] {
  const whole = words.map((word) => word.toLowerCase());
  const parts = whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts])].filter((part) => part.length >= SHORTEST_WORD);
}
