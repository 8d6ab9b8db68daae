import { escapeMarkup } from '../../../shared/text/escape-markup';

/** Characters that XML 1.0 cannot contain (§2.2), not even escaped. */
const NOT_REPRESENTABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export function isXmlText(text: string): boolean {
  return !NOT_REPRESENTABLE.test(text);
}

/** @throws RangeError when the text contains such a character */
export function escapeXml(text: string): string {
  if (!isXmlText(text)) throw new RangeError('not representable in XML');
  // A text needs no reference for an apostrophe, which passwords have, and not every parser reads a numeric one.
  return escapeMarkup(text).replaceAll('&#39;', "'");
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the references that need no declaration (XML 1.0 §4.1, §4.6). @throws RangeError for any other */
export function unescapeXml(text: string): string {
  return text.replaceAll(/&([^;&]{0,10};?)/g, (_reference, body: string) => {
    const [, decimal, hexadecimal, name] = /^(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));$/.exec(body) ?? [];
    const character = name === undefined ? characterOf(decimal, hexadecimal) : NAMED[name];
    if (character === undefined) throw new RangeError('an undeclared entity');
    return character;
  });
}

function characterOf(decimal: string | undefined, hexadecimal: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const character = code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
  return character !== undefined && isXmlText(character) ? character : undefined;
}
