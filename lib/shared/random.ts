/** PORT: unpredictable bytes, replaced by fixed ones in test vectors. */
export interface Random {
  /** @param length number of bytes, 1 to 65,536 */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

export const systemRandom: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

/**
 * Draws `length` characters uniformly from `alphabet`. Bytes past the largest multiple of the alphabet's size are
 * discarded, because a modulo would favour its first characters.
 * @param alphabet 2 to 256 different characters
 */
export function randomText(random: Random, alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of random.bytes(length)) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
