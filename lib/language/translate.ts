import type { Language } from '../shared/language';
import { CATALOGUES } from './catalogues';
import { formatMessage } from './format-message';
import { englishOf } from './messages';
import { localeOf } from './t';

/**
 * A message in a language that is no request's, such as that of a mail's reader. On the server alone: it has all
 * catalogues. What is no message stays as it is.
 */
export function translate(
  language: Language,
  text: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const catalogue: Readonly<Record<string, string>> = language === 'en' ? {} : CATALOGUES[language];
  return formatMessage(catalogue[text] ?? englishOf(text), values, localeOf(language)).join('');
}
