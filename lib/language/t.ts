import type { Language } from '../shared/language';
import type { german } from './catalogues/de';
import { currentLanguage, findMessage } from './messages';

/** A text that pages show, in English. Every one is in the catalogues. */
export type Message = keyof typeof german;

/** `'name' | 'count'` of `'{name} has {count} devices'`. */
export type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never;

/** A message without values, for tables from which one is chosen. */
export type PlainMessage = { [Text in Message]: PlaceholdersOf<Text> extends never ? Text : never }[Message];

type Values<Text extends string, Value> = [PlaceholdersOf<Text>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Text>, Value>>];

/**
 * A message in the reader's language, its placeholders filled in. A module's constant has no language yet: tables keep
 * messages, and `t(WORDS[code])` is called while rendering.
 */
export function t<Text extends Message>(text: Text, ...[values]: Values<Text, string | number>): string {
  return partsOf(text, values ?? {}).join('');
}

/** Like `t`, where values are more than text: a list of the texts and the values, in the language's order. */
export function tParts<Text extends Message, Part>(text: Text, ...[values]: Values<Text, Part>): (string | Part)[] {
  return partsOf(text, (values ?? {}) as Readonly<Record<string, Part>>);
}

/** The form for a count, by the language's own rule (French: 0 is singular). `{count}` is filled in. */
export function plural<One extends Message, Other extends Message>(
  count: number,
  one: One,
  other: Other,
  ...[values]: Values<
    Exclude<PlaceholdersOf<One | Other>, 'count'> extends never
      ? ''
      : `{${Exclude<PlaceholdersOf<One | Other>, 'count'>}}`,
    string | number
  >
): string {
  const form = new Intl.PluralRules(locale()).select(count) === 'one' ? one : other;
  return partsOf(form, { ...values, count: formatCount(count) }).join('');
}

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', nl: 'nl-NL' };

/** BCP 47, for `Intl`: dates, numbers and lists as the reader writes them. */
export function locale(): string {
  return LOCALES[currentLanguage()];
}

/** "12,345". */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale()).format(count);
}

/** "30 seconds". */
export function formatDuration(amount: number, unit: 'second' | 'minute' | 'hour'): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

function partsOf<Part>(text: string, values: Readonly<Record<string, Part>>): (string | Part)[] {
  return findMessage(text)
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? part : (values[part] ?? '')));
}
