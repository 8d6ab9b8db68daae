import { UNKNOWN_BROWSER } from '../request-origin';
import { t } from './t';

/** Those of `browserSummary`, and no other words: where a browser is named, another asker's name may stand too. */
const SUMMARY = /^(.+) on (Windows|Android|iPhone|iPad|macOS|ChromeOS|Linux)$/;

/** A browser's description as its reader says it. @param summary "Firefox on Windows", as it is kept and exported */
export function browserInWords(summary: string): string {
  const [, named = summary, system] = SUMMARY.exec(summary) ?? [];
  const browser = named === UNKNOWN_BROWSER ? t(UNKNOWN_BROWSER) : named;
  return system === undefined ? browser : t('{browser} on {system}', { browser, system });
}
