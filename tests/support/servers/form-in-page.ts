/** What a form of a page sends without script: hidden fields, with what the test types on top. */
export type SentForm = Record<string, string>;

/**
 * Finds a form in what the server renders, and everything hidden in it, the name of its action included.
 * @param submit text of the form's button
 * @throws Error when the page has no such form
 */
export function formInPage(html: string, submit: string): SentForm {
  const button = new RegExp(`<button[^>]*>(?:<span[^>]*>)*${submit.replaceAll(/[()?.]/g, String.raw`\$&`)}<`);
  const form = html.split('<form').find((part) => button.test(part.split('</form')[0] ?? ''));
  if (form === undefined) throw new Error(`the page has no form with a button "${submit}"`);
  return hiddenFields(form.split('</form')[0] ?? '');
}

/** What a form has hidden in it. @param form its HTML */
export function hiddenFields(form: string): SentForm {
  const inputs = form.match(/<input[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs
      .filter((input) => input.includes('type="hidden"'))
      .map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
  );
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
