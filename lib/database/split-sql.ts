/** A comment, white space, or what is quoted in one of PostgreSQL's ways (its manual, §4.1), in which no separator counts. */
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\s+|\b[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|\w+|[\s\S]/g;

/** Statements of a script, without comments; white space outside of quotes is one blank. */
export function splitStatements(sql: string): string[] {
  return splitAt(';', sql);
}

/** Parts of a list between commas that stand in no parentheses. */
export function splitList(list: string): string[] {
  return splitAt(',', list);
}

function splitAt(separator: string, text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === separator && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${isGap(token) ? ' ' : token}`);
  }
  return parts.map((part) => part.replaceAll(/^ +| +$/g, '')).filter((part) => part !== '');
}

function isGap(token: string): boolean {
  return /^(?:\s|--|\/\*)/.test(token);
}
