import type { Language } from '../language';
import { formatMessage } from './format-message';
import { findMessageIn } from './messages';
import { localeOf } from './t';

/**
 * A message in a language that is no request's, such as that of a mail's reader. What is no message stays as it is. The
 * catalogues are those that the server has added: imported here, they would be in the bundle of every route.
 * @throws TypeError where the catalogue of the language has not been added
 */
export function translate(
  language: Language,
  text: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return formatMessage(findMessageIn(language, text), values, localeOf(language)).join('');
}
