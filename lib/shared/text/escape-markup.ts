const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Read as a line feed otherwise (XML 1.0 §2.11).
  '\r': '&#13;',
};

/** For HTML and XML, in texts and in attributes. Of control characters that XML cannot contain, whoever writes it takes care. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"'\r]/g, (character) => REFERENCES[character] ?? character);
}
