import { concatBytes, type Bytes } from './bytes';

/**
 * Reads a stream to its end, whatever length it announces, and destroys it beyond the limit.
 * @param limit in bytes
 * @returns null if it is longer
 */
export async function readAtMost(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Bytes | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return concatBytes(...chunks);
}
