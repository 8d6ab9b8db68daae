import { AsyncLocalStorage } from 'node:async_hooks';
import { processSingleton } from '../shared/async/process-singleton';
import { DEFAULT_LANGUAGE, isLanguage, type Language } from '../shared/language';
import { readCookie } from '../shared/read-cookie';
import { dutch } from './dictionaries/dutch';
import { french } from './dictionaries/french';
import { german } from './dictionaries/german';
import { addMessages, findLanguageBy } from './messages';

/** Holds the language that the reader chose in this browser. */
export const LANGUAGE_COOKIE = 'tessera.language';

const languages = processSingleton('language-of-request', () => new AsyncLocalStorage<Language>());

/** Answers a request in a language: whatever `t` says meanwhile is in it. */
export function inLanguage<Value>(language: Language, answer: () => Value): Value {
  return languages.run(language, answer);
}

/** To be called once, by the server, before its first request. */
export function speakLanguages(): void {
  addMessages('de', german);
  addMessages('fr', french);
  addMessages('nl', dutch);
  findLanguageBy(() => languages.getStore() ?? DEFAULT_LANGUAGE);
}

/**
 * What the reader chose, else the first of the browser's languages that the site has (RFC 9110 §12.5.4), else English.
 * @param cookie the header `Cookie`
 * @param accepted the header `Accept-Language`
 */
export function chooseLanguage(cookie: string | null, accepted: string | null): Language {
  const chosen = readCookie(cookie, LANGUAGE_COOKIE);
  return chosen !== null && isLanguage(chosen) ? chosen : (firstKnown(accepted ?? '') ?? DEFAULT_LANGUAGE);
}

/** Headers may be long; nobody reads twenty languages. */
const MOST_RANGES = 20;

function firstKnown(accepted: string): Language | null {
  const ranges = accepted.split(',', MOST_RANGES).map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = ranges.filter(({ language, quality }) => isLanguage(language) && quality > 0);
  const best = known.toSorted((one, other) => other.quality - one.quality)[0];
  return best !== undefined && isLanguage(best.language) ? best.language : null;
}
