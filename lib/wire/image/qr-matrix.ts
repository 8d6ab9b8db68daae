import { create } from 'qrcode';
import { utf8 } from '../../shared/bytes';

/** A QR code as a grid, without its quiet zone. */
export type QrMatrix = {
  /** Modules along one side: 21 to 177. */
  size: number;
  /** Row by row from the top left, 1 for a dark module and 0 for a light one; `size` × `size` of them. */
  modules: Uint8Array;
};

/** Width of the quiet zone in modules (ISO/IEC 18004). */
export const QUIET_ZONE_MODULES = 4;

const ERROR_CORRECTION = { errorCorrectionLevel: 'M' } as const;

/**
 * Encodes text as the smallest QR code of error correction level M, which survives the loss of about 15 % of its area.
 * @param text UTF-8, at most 2,331 bytes (version 40, byte mode), or 3,391 hexadecimal digits in upper case
 * @param minimumVersion 1 to 40, for a text that would fit into a smaller one
 * @throws Error when the text does not fit
 */
export function qrMatrix(text: string, minimumVersion = 1): QrMatrix {
  // A single segment: searching for shorter mixtures takes a quarter of the time and does not shorten payloads.
  const segments = /^[0-9A-F]+$/.test(text)
    ? [{ data: text, mode: 'alphanumeric' as const }]
    : [{ data: utf8(text), mode: 'byte' as const }];
  const smallest = create(segments, ERROR_CORRECTION);
  const { modules } =
    smallest.version < minimumVersion ? create(segments, { ...ERROR_CORRECTION, version: minimumVersion }) : smallest;
  return { size: modules.size, modules: modules.data };
}
