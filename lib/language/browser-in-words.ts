import { UNKNOWN_BROWSER } from '../shared/request-origin';
import { t } from './t';

/** A browser's description as its reader says it. @param summary "Firefox on Windows", as it is kept and exported */
export function browserInWords(summary: string): string {
  const [, named = summary, system] = /^(.+) on (.+)$/.exec(summary) ?? [];
  const browser = named === UNKNOWN_BROWSER ? t(UNKNOWN_BROWSER) : named;
  return system === undefined ? browser : t('{browser} on {system}', { browser, system });
}
