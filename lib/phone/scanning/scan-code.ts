import type { ImageSignature } from '../../image/colour/image-signature';
import type { Picture } from '../../image/picture';
import { readImageSignature } from '../../image/reading/read-signature';
import { locateCode, type LocateCodeOptions } from '../../image/reading/locate-code';
import { mayCarrySignature } from './code-prefixes';

/** What a picture of a code says: in black and white, and in its colours if it has any that can be read. */
export type ScannedCode = {
  text: string;
  /** Not verified yet. */
  signature: ImageSignature | null;
};

/**
 * Reads text and colours in one and the same picture, so that the signature of one image is never taken for another's.
 * @returns null when there is no code that can be read
 */
export function scanCode(picture: Picture, options: LocateCodeOptions): ScannedCode | null {
  const sighting = locateCode(picture, options);
  if (!sighting) return null;
  const { text } = sighting;
  return { text, signature: mayCarrySignature(text) ? readImageSignature(picture, sighting) : null };
}
