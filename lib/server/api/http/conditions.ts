import { createHash } from 'node:crypto';

/** A strong validator (RFC 9110 §8.8.3): the same for the same representation, on every replica. */
export function entityTag(representation: object): string {
  return `"${createHash('sha256').update(JSON.stringify(representation)).digest('base64url').slice(0, 22)}"`;
}

/** A list of entity tags, or `*`. At most so many are looked at. */
const TAGS = /^\s*(?:\*|(?:W\/)?"[\x21\x23-\x7e]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e]*"){0,15})\s*$/;

/** @param header `If-Match` or `If-None-Match` @returns null for a malformed one */
function parseTags(header: string): '*' | string[] | null {
  if (!TAGS.test(header)) return null;
  return header.trim() === '*' ? '*' : (header.match(/(?:W\/)?"[^"]*"/g) ?? []);
}

/** `If-Match`: weak tags never match (RFC 9110 §13.1.1). @returns null for a malformed header */
export function matches(header: string, tag: string): boolean | null {
  const tags = parseTags(header);
  return tags && (tags === '*' || tags.includes(tag));
}

/** `If-None-Match`, which compares weakly (RFC 9110 §13.1.2). A malformed header matches nothing. */
export function isKnown(header: string | undefined, tag: string): boolean {
  const tags = header === undefined ? null : parseTags(header);
  return tags !== null && (tags === '*' || tags.some((listed) => listed.replace(/^W\//, '') === tag));
}
