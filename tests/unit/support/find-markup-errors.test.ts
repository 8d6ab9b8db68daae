import { expect, it } from 'vitest';
import { findMarkupErrors } from '../../support/browser/find-markup-errors';

const documentOf = (content: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Page</title></head><body><main><h1>Page</h1>${content}</main></body></html>`;

it('a valid page has no findings', async () => {
  const content =
    '<dl><div><dt>Name</dt><dd>Value</dd></div></dl><form><label>Name <input type="text" name="a"></label></form>';
  expect(await findMarkupErrors(documentOf(content))).toEqual([]);
});

it.each([
  ['an ID with a space', '<p id="a b">Text</p>', 'valid-id'],
  ['a term without a description', '<dl><div><dt>Name</dt></div></dl>', 'a term without a description'],
  ['a last term without a description', '<dl><dt>A</dt><dd>B</dd><dt>C</dt></dl>', 'a term without a description'],
  ['a form in a span', '<span><form><button type="submit">Send</button></form></span>', 'element-permitted-content'],
  ['a field without a type', '<label>Name <input name="a"></label>', 'no-implicit-input-type'],
])('a page with the error %s has a finding', async (_what, content, rule) => {
  const found = await findMarkupErrors(documentOf(content));
  expect(found.filter((line) => line.startsWith(rule))).toHaveLength(1);
});
