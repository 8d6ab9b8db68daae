import { layOut, MINIMUM_VERSION } from './colour-layer';
import { dataModules } from './data-modules';
import { encodeImageSignature, type ImageSignature } from './image-signature';
import { FIRST_DARK_HUE, FIRST_LIGHT_HUE } from './palette';
import { qrMatrix } from '../qr-matrix';

/** A code to paint. A `QrMatrix` is one as well: 0 is white and 1 is black. */
export type ColourMatrix = {
  /** Modules along one side, without quiet zone: 21 to 177. */
  size: number;
  /** Row by row from the top left; indexes into `PALETTE`. */
  modules: Uint8Array;
};

/**
 * A QR code that every reader reads and whose data modules carry a signature: dark modules have one of four dark hues,
 * light ones one of four light hues. All other patterns stay black and white.
 * @param text UTF-8, at most 2,331 bytes
 * @throws Error when the text does not fit
 */
export function colourMatrix(text: string, signature: ImageSignature): ColourMatrix {
  const { size, modules } = qrMatrix(text, MINIMUM_VERSION);
  const hues = layOut(encodeImageSignature(signature), size);
  const places = dataModules(size);
  const colours = new Uint8Array(modules);
  for (let place = 0; place < places.length; place++) {
    const at = places[place] ?? 0;
    colours[at] = (modules[at] === 1 ? FIRST_DARK_HUE : FIRST_LIGHT_HUE) + (hues[place] ?? 0);
  }
  return { size, modules: colours };
}
