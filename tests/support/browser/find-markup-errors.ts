import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/**
 * The specification of HTML, as far as a page can be judged by its text. Left out: what is taste (`html-validate:standard`
 * has none), and what React writes and browsers are asked for on purpose.
 */
const VALIDATOR = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard'],
    rules: {
      'no-implicit-input-type': 'error',
      // `off` on a hidden field keeps Firefox from restoring the one of an older page.
      'valid-autocomplete': 'off',
      // The navigation of large screens and that of small ones have one name, and one of them is shown.
      'unique-landmark': 'off',
    },
  }),
);

/** The `action` of a form that a script sends is empty, or refuses to be sent without it. */
const FORMS_OF_REACT = 'Attribute "action" has invalid value';

/** What is wrong with the markup of a page, one line each. @param html the whole document */
export async function findMarkupErrors(html: string): Promise<string[]> {
  const { results } = await VALIDATOR.validateString(html);
  const found = results.flatMap(({ messages }) =>
    messages
      .filter(({ message }) => !message.startsWith(FORMS_OF_REACT))
      .map(({ ruleId, message, offset }) => `${ruleId}: ${message}: ${html.slice(offset - 1, offset + 120)}`),
  );
  return [...found, ...termsWithoutDescription(html)];
}

/** HTML §4.4.9: each group of a list of descriptions has a name and a value. The validator does not say so. */
function termsWithoutDescription(html: string): string[] {
  return [...html.matchAll(/<\/dt>\s*(?=<\/(?:div|dl)>)/g)].map(
    ({ index }) => `a term without a description: ${html.slice(Math.max(0, index - 120), index)}`,
  );
}
