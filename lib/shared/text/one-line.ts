/**
 * Scripts in which U+200C and U+200D decide how letters join, and therefore the meaning of a word (UAX 31 §2.3): Arabic
 * and Persian, and those of South Asia.
 */
const JOINING = [
  'Arabic',
  'Syriac',
  'Nko',
  'Mongolian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Tibetan',
  'Myanmar',
  'Khmer',
];

const LETTER = `[${JOINING.map((script) => `\\p{Script=${script}}`).join('')}]`;
/** An emoji may have a variation selector or a skin tone before a joiner. */
const PICTURE_BEFORE = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\u{fe0f}]';

/** U+200C and U+200D where they belong: between letters that join, and U+200D within an emoji such as a family. */
const JOINER = `(?:(?<=${LETTER})[\\u{200c}\\u{200d}](?=${LETTER})|(?<=${PICTURE_BEFORE})\\u{200d}(?=\\p{Extended_Pictographic}))`;

/** Control, format, private and unassigned characters: all are invisible, and some reverse the text after them. */
const UNSEEN = `(?!${JOINER})\\p{C}`;

const ANY_UNSEEN = new RegExp(UNSEEN, 'u');
const UNSEEN_OR_SPACES = new RegExp(`(?:${UNSEEN}|\\p{Z})+`, 'gu');
const UNSEEN_OR_BREAKS = new RegExp(`(?:${UNSEEN}|[\\p{Zl}\\p{Zp}])+`, 'gu');

/** Whether a text has invisible characters, except joiners where they belong. */
export function hasUnseen(text: string): boolean {
  return ANY_UNSEEN.test(text);
}

/** One line, with one space in place of invisible characters and white space. */
export function toOneLine(text: string): string {
  return text.normalize('NFC').replaceAll(UNSEEN_OR_SPACES, ' ').trim();
}

/** The same for formatted text: its spaces stay. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN_OR_BREAKS, ' ').trim();
}

/** `toOneLine` of an entered text; null if nothing is left, or more characters than `maximumLength`. */
export function oneLine(input: string, maximumLength: number): string | null {
  const text = toOneLine(input);
  return text === '' || Array.from(text).length > maximumLength ? null : text;
}
