import { hexFromBytes } from '../bytes';
import type { Random } from '../random';

/** An identifier's parser and generator: a prefix, a hyphen, and 32 hexadecimal digits, 128 random bits. */
export function prefixedId<Id extends string>(prefix: string) {
  const form = new RegExp(`^${prefix}-[0-9a-f]{32}$`);
  return {
    parse: (text: string): Id | null => (form.test(text) ? (text as Id) : null),
    generate: (random: Random): Id => `${prefix}-${hexFromBytes(random.bytes(16))}` as Id,
  };
}
