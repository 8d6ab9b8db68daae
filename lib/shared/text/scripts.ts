/** The scripts of today's languages (UAX 31 §5, table 5): characters of other scripts are in no user ID. */
const RECOMMENDED = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Bopomofo',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hangul',
  'Han',
  'Hebrew',
  'Hiragana',
  'Kannada',
  'Katakana',
  'Khmer',
  'Lao',
  'Latin',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
] as const;

/** Scripts written together: Japanese, Korean and Chinese, also with Latin letters (UTS 39 §5.2, level 3). */
const TOGETHER = [
  ['Han', 'Hiragana', 'Katakana', 'Latin'],
  ['Han', 'Hangul', 'Latin'],
  ['Han', 'Bopomofo', 'Latin'],
];

/** Matches a word whose letters can all be of one of these; digits and signs are of every script. */
const WORDS = [...RECOMMENDED.map((script) => [script]), ...TOGETHER].map((scripts) => {
  const any = [...scripts, 'Common', 'Inherited'].map((script) => `\\p{Script_Extensions=${script}}`);
  return new RegExp(`^[${any.join('')}]*$`, 'u');
});

/** Whether each word is in one script, or in those of one language that has several (UTS 39 §5.1). */
export function hasOneScriptAWord(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}\p{N}\p{Cf}]+/u);
  return words.every((word) => WORDS.some((pattern) => pattern.test(word)));
}
