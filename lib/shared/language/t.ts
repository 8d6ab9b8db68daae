import type { Language } from '../language';
import { SECOND } from '../time/duration';
import type { german } from './catalogues/de';
import { formatMessage } from './format-message';
import { currentLanguage, findMessage } from './messages';

/** A text that pages show, in English. Every one is in the catalogues. */
export type Message = keyof typeof german;

/** `'name' | 'count'` of `'{name} has {count, plural, one {# device} other {# devices}}'`. */
export type PlaceholdersOf<Text extends string> = Text extends `${infer Head}${Plural}${infer Rest}`
  ? | PlaceholdersOf<`${Head}}`>
    | (Rest extends `${infer One}} other {${infer Other}}}${infer Tail}`
        ? PlaceholdersOf<One | `${Other}}` | Tail>
        : never)
  : Text extends `${string}{${infer Name}}${infer Rest}`
    ? Name | PlaceholdersOf<Rest>
    : never;

/** Between the name of a count and its first form: English has two. */
type Plural = ', plural, one {';

/** The placeholders that choose a plural. */
type CountsOf<Text extends string> = Text extends `${infer Head}${Plural}${infer Rest}`
  ? LastOf<Head> | CountsOf<Rest>
  : never;

type LastOf<Head extends string> = Head extends `${string}{${infer Rest}` ? LastOf<Rest> : Head;

/** A message without values, for tables from which one is chosen. */
export type PlainMessage = { [Text in Message]: PlaceholdersOf<Text> extends never ? Text : never }[Message];

type Values<Text extends string, Value> = [PlaceholdersOf<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Exclude<PlaceholdersOf<Text>, CountsOf<Text>>, Value> & Record<CountsOf<Text>, number>>];

/**
 * A message in the reader's language, its placeholders filled in, with the plural of a count by the language's own rule
 * (French: 0 is singular). A module's constant has no language yet: tables keep messages, and `t(WORDS[code])` is called
 * while rendering.
 */
export function t<Text extends Message>(text: Text, ...[values]: Values<Text, string | number>): string {
  return formatMessage<string | number>(findMessage(text), values ?? {}, locale()).join('');
}

/** Like `t`, where values are more than text: a list of the texts and the values, in the language's order. */
export function tParts<Text extends Message, Part>(text: Text, ...[values]: Values<Text, Part>): (string | Part)[] {
  return formatMessage(findMessage(text), (values ?? {}) as Readonly<Record<string, Part>>, locale());
}

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', nl: 'nl-NL' };

/** BCP 47, for `Intl`: dates, numbers and lists as the reader writes them. */
export function locale(): string {
  return localeOf(currentLanguage());
}

export function localeOf(language: Language): string {
  return LOCALES[language];
}

/** "12,345". */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

/** "30 seconds", and "2 minutes" for whole ones. @param milliseconds of some seconds or minutes */
export function durationWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / SECOND);
  return seconds % 60 === 0 ? formatDuration(seconds / 60, 'minute') : formatDuration(seconds, 'second');
}

/** "30 seconds". */
export function formatDuration(amount: number, unit: 'second' | 'minute' | 'hour'): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
