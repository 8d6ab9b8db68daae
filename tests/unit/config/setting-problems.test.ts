import { describe, expect, it } from 'vitest';
import { SETTING_SECTIONS } from '@/lib/config/environment/environment-schema';
import { problemsOf } from '../../support/servers/environment-problems';

/** What people put where something else is wanted. */
const WRONG = [
  'x',
  ' ',
  '-',
  '-1',
  '1e99',
  '0x10',
  '\u0000',
  'ä',
  ',',
  'a,a',
  '://',
  'https://',
  '/',
  '%',
  'x'.repeat(100_000),
];

/** As our own problems begin, after the name of the setting. */
const OURS = /^(?:needs|must|names|has|may|is|cannot|takes)\b/;

const settings = SETTING_SECTIONS.flatMap(({ settings: ofSection }) => Object.keys(ofSection));

describe('what is said of a wrong value', () => {
  it.each(settings)('a wrong value of %s is refused in Tessera’s own words, and not in a library’s', (name) => {
    const own = `${name} `;
    const said = WRONG.flatMap((value) => problemsOf({ [name]: value }))
      .filter((problem) => problem.startsWith(own))
      .map((problem) => problem.slice(own.length));
    expect(said.filter((message) => !OURS.test(message))).toEqual([]);
  });
});
