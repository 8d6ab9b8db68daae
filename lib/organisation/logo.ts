import type { Result } from '../shared/result';
import { accept, refuse } from '../shared/result';
import type { Logo } from './organisation';

/** In bytes: of a header's picture, which every page loads. */
export const LARGEST_LOGO = 64 * 1_024;
/** In pixels, each way. */
export const WIDEST_LOGO = 512;
/** In bytes: what a picture may take once this site has written it anew. */
export const LARGEST_KEPT_LOGO = 2 * LARGEST_LOGO;

export type LogoRefusal = 'logo-too-large' | 'logo-not-png' | 'logo-too-wide' | 'logo-unreadable';

/** PORT: reads a picture and writes it anew, so that nothing of what somebody uploaded is served. */
export interface LogoReader {
  /** @param png that `checkLogo` has let through */
  read(png: Uint8Array): Promise<Result<Logo, 'logo-unreadable' | 'logo-too-large'>>;
}

/** PNG (third edition) §5.2: the signature. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where the first chunk's type, width, height and interlacing lie, in bytes (§11.2.1). */
const TYPE = 12;
const WIDTH = 16;
const HEIGHT = 20;
const INTERLACE = 28;
const HEADER = 33;

/**
 * Looks at a file before anything of it is unpacked: its size, its kind and the size of its picture. SVG is refused like
 * every other kind, because it can hold scripts. So is interlacing, which no limit bounds while it is unpacked.
 */
export function checkLogo(file: Uint8Array): Result<null, LogoRefusal> {
  if (file.byteLength > LARGEST_LOGO) return refuse('logo-too-large');
  const isPng =
    file.byteLength > HEADER &&
    SIGNATURE.every((byte, index) => file[index] === byte) &&
    String.fromCharCode(...file.subarray(TYPE, TYPE + 4)) === 'IHDR';
  if (!isPng) return refuse('logo-not-png');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [width, height] = [view.getUint32(WIDTH), view.getUint32(HEIGHT)];
  if (width > WIDEST_LOGO || height > WIDEST_LOGO) return refuse('logo-too-wide');
  if (width === 0 || height === 0 || file[INTERLACE] !== 0) return refuse('logo-unreadable');
  return accept(null);
}
