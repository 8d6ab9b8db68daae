import type { ImageSeal } from '../../image/colour/image-seal';
import type { Picture } from '../../image/picture';
import { readSeal } from '../../image/reading/read-seal';
import { locateCode, type LocateCodeOptions } from '../../image/reading/locate-code';
import { mayCarrySeal } from './classify-code';

/** What a picture of a code says: in black and white, and in its colours if it has any that can be read. */
export type ScannedCode = {
  text: string;
  /** Not verified yet. */
  seal: ImageSeal | null;
};

/**
 * Reads text and colours in one and the same picture, so that the seal of one image is never taken for another's.
 * @returns null when there is no code that can be read
 */
export function scanCode(picture: Picture, options: LocateCodeOptions): ScannedCode | null {
  const sighting = locateCode(picture, options);
  if (!sighting) return null;
  const { text } = sighting;
  return { text, seal: mayCarrySeal(text) ? readSeal(picture, sighting) : null };
}
