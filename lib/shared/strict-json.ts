import { isJsonObject, type JsonObject } from './json-object';
import { accept, refuse, type Result } from './result';

export type JsonFault = 'not-json' | 'byte-order-mark' | 'repeated-name';

/**
 * Reads JSON that all programs read alike (RFC 7493 §2): no byte order mark, which RFC 8259 §8.1 forbids to send, and
 * no repeated name in an object, of which parsers take the first, the last or both. A filter in front of this site
 * therefore checks the same body.
 */
export function parseStrictJson(bytes: Uint8Array): Result<unknown, JsonFault> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.startsWith('\ufeff')) return refuse('byte-order-mark');
    value = JSON.parse(text);
  } catch {
    return refuse('not-json');
  }
  return hasRepeatedName(text) ? refuse('repeated-name') : accept(value);
}

/** @returns null if it is no object, or not strict JSON */
export function parseStrictObject(bytes: Uint8Array): JsonObject | null {
  const parsed = parseStrictJson(bytes);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
}

/** A string, with the colon that makes it a name, or a bracket: no other token contains one. */
const TOKENS = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g;

/** @param json valid, so that only names need checking */
function hasRepeatedName(json: string): boolean {
  /** The names of each open object; null for a list. */
  const open: (Set<string> | null)[] = [];
  for (const [token, string, colon] of json.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (string === undefined) open.pop();
    else if (colon !== undefined) {
      // Two spellings of one name are one name.
      const name = JSON.parse(string) as string;
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
