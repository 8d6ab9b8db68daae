import { AsyncLocalStorage } from 'node:async_hooks';
import { processSingleton } from '../async/process-singleton';
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from '../language';
import { readCookie } from '../read-cookie';
import { CATALOGUES } from './catalogues';
import { addMessages, findLanguageBy } from './messages';
import { weightedValues } from '../weighted-values';

/** Holds the language that the reader chose in this browser. */
export const LANGUAGE_COOKIE = 'tessera.language';

const languages = processSingleton('language-of-request', () => new AsyncLocalStorage<Language>());

/** Answers a request in a language: whatever `t` says meanwhile is in it. */
export function inLanguage<Value>(language: Language, answer: () => Value): Value {
  return languages.run(language, answer);
}

/** For a process that writes in every language, such as mails. */
export function addCatalogues(): void {
  for (const language of LANGUAGES) if (language !== 'en') addMessages(language, CATALOGUES[language]);
}

/** To be called once, by the server, before its first request. */
export function speakLanguages(): void {
  addCatalogues();
  findLanguageBy(() => languages.getStore() ?? DEFAULT_LANGUAGE);
}

/**
 * What the reader chose, else the first of the browser's languages that the site has (RFC 9110 §12.5.4), else English.
 * @param cookie the header `Cookie`
 * @param accepted the header `Accept-Language`
 */
export function chooseLanguage(cookie: string | null, accepted: string | null): Language {
  const fromCookie = readCookie(cookie, LANGUAGE_COOKIE);
  return fromCookie !== null && isLanguage(fromCookie) ? fromCookie : (firstKnown(accepted ?? '') ?? DEFAULT_LANGUAGE);
}

function firstKnown(accepted: string): Language | null {
  const ranges = weightedValues(accepted).map(({ value, weight }) => ({ language: value.split('-')[0] ?? '', weight }));
  const supported = ranges.filter(({ language, weight }) => isLanguage(language) && weight > 0);
  const best = supported.toSorted((one, other) => other.weight - one.weight)[0];
  return best !== undefined && isLanguage(best.language) ? best.language : null;
}
