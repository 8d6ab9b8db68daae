import { createHash } from 'node:crypto';

/** 1 to 64 characters, as a string of structured fields or bare. @returns null for a malformed one */
export function parseIdempotencyKey(header: string): string | null {
  const [, quoted, bare] = /^\s*(?:"([\x20\x21\x23-\x5b\x5d-\x7e]{1,64})"|([\w.:~+/=-]{1,64}))\s*$/.exec(header) ?? [];
  return quoted ?? bare ?? null;
}

export function fingerprintOf({
  method,
  target,
  body,
  condition,
}: {
  method: string;
  target: string;
  body: Buffer;
  condition: string;
}): string {
  return createHash('sha256')
    .update(JSON.stringify([method, target, condition]))
    .update(body)
    .digest('hex');
}
