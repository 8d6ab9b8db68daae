import { decodeQR } from 'qr/decode.js';
import type { Picture } from './picture';
import type { Corners } from './projection';
import type { QrMatrix } from './qr-matrix';

/** A QR code that was read in a picture. */
export type CodeSighting = {
  text: string;
  /** As it was seen: modules that the error correction mended are still wrong. */
  matrix: QrMatrix;
  /** Where it was seen, about. */
  corners: Corners;
};

export type SightingOptions = {
  /** In milliseconds for one attempt. */
  timeLimit: number;
  /** Retries of one attempt. */
  effort?: number;
};

/** Reads a QR code in a picture. @returns null when there is none that can be read */
export function sightCode(picture: Picture, options: SightingOptions): CodeSighting | null {
  const seen: { corners?: Corners; matrix?: QrMatrix } = {};
  try {
    const text = decodeQR(picture, {
      ...options,
      pointsOnDetect: ({ bounds }) => (seen.corners = bounds),
      // One black or white pixel a module.
      imageOnResult: ({ width, data }) => {
        seen.matrix = {
          size: width,
          modules: Uint8Array.from({ length: width ** 2 }, (_, at) => (data[at * 4] ? 0 : 1)),
        };
      },
    });
    return seen.corners && seen.matrix ? { text, corners: seen.corners, matrix: seen.matrix } : null;
  } catch {
    return null;
  }
}
