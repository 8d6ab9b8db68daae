import type { ImageSignature } from '../../wire/image/colour/image-signature';
import type { Picture } from '../../wire/image/picture';
import { readImageSignature } from '../../wire/image/reading/read-signature';
import { locateCode, type LocateCodeOptions } from '../../wire/image/reading/locate-code';
import { mayCarrySignature } from './code-prefixes';

/** A code's text, and the signature in its colours where they are readable. */
export type ScannedCode = {
  text: string;
  /** Not verified yet. */
  signature: ImageSignature | null;
};

/**
 * Reads text and colours from the same picture, so that they cannot come from different images.
 * @returns null when it has no readable code
 */
export function scanCode(picture: Picture, options: LocateCodeOptions): ScannedCode | null {
  const sighting = locateCode(picture, options);
  if (!sighting) return null;
  const { text } = sighting;
  return { text, signature: mayCarrySignature(text) ? readImageSignature(picture, sighting) : null };
}
