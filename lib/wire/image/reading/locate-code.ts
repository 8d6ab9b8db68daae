import { decodeQR } from 'qr/decode.js';
import type { Picture } from '../picture';
import { project, type Corners } from './projection';
import type { QrMatrix } from '../qr-matrix';
import { straighten, type Finders } from './straighten';

/** A QR code that was decoded in a picture. */
export type LocatedCode = {
  text: string;
  /** As seen: modules that error correction fixed are still wrong. */
  matrix: QrMatrix;
  /** Approximate. */
  corners: Corners;
};

export type LocateCodeOptions = {
  /** In milliseconds, for further attempts after the first; `Infinity` for no limit. */
  timeLimit: number;
  /** Retries of one attempt. */
  effort?: number;
};

/** Locates and decodes a QR code. @returns null when there is none that can be read */
export function locateCode(picture: Picture, options: LocateCodeOptions): LocatedCode | null {
  const start = Date.now();
  const { sighting, finders } = look(picture, options);
  if (sighting || !finders) return sighting;
  for (const { view, toPicture } of straighten(picture, finders)) {
    if (Date.now() - start > options.timeLimit) return null;
    const again = look(view, { timeLimit: options.timeLimit }).sighting;
    if (!again) continue;
    return { ...again, corners: again.corners.map(({ x, y }) => project(toPicture, x, y)) as Corners };
  }
  return null;
}

/** @returns the finders even when nothing could be decoded */
function look(picture: Picture, options: LocateCodeOptions): { sighting: LocatedCode | null; finders?: Finders } {
  const stages: { corners?: Corners; matrix?: QrMatrix; finders?: Finders } = {};
  const text = decode(picture, {
    ...options,
    pointsOnDetect: ({ bounds, tl, tr, bl }) => {
      stages.corners = bounds;
      stages.finders = { topLeft: tl, topRight: tr, bottomLeft: bl };
    },
    // One black or white pixel per module.
    imageOnResult: ({ width, data }) => {
      stages.matrix = {
        size: width,
        modules: Uint8Array.from({ length: width ** 2 }, (_, at) => (data[at * 4] ? 0 : 1)),
      };
    },
  });
  const { corners, matrix, finders } = stages;
  const sighting = text !== null && corners && matrix ? { text, corners, matrix } : null;
  return { sighting, ...(finders && { finders }) };
}

function decode(picture: Picture, options: Parameters<typeof decodeQR>[1]): string | null {
  try {
    return decodeQR(picture, options);
  } catch {
    return null;
  }
}
