import type { Result } from '../../shared/result';
import { accept, refuse } from '../../shared/result';
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
/** What a chunk has besides its data: its length, its type and its checksum (§5.3), in bytes. */
const FRAME = 12;
/** Of a header's data (§11.2.1), in bytes. */
const HEADER = 13;
/** The bits of a sample that each kind of colour may have (§11.2.1, table 12). */
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Looks at a file before anything of it is unpacked: its size, its kind and the size of its picture. SVG is refused like
 * every other kind, because it can hold scripts. So is interlacing, which no limit bounds while it is unpacked, and a file in which a
 * decoder could find another header than this one: what is checked here has to be what is unpacked.
 */
export function checkLogo(file: Uint8Array): Result<null, LogoRefusal> {
  if (file.byteLength > LARGEST_LOGO) return refuse('logo-too-large');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isPng =
    file.byteLength > SIGNATURE.length + FRAME + HEADER &&
    SIGNATURE.every((byte, index) => file[index] === byte) &&
    typeAt(view, SIGNATURE.length) === 'IHDR';
  if (!isPng) return refuse('logo-not-png');
  const header = SIGNATURE.length + 8;
  const [width, height] = [view.getUint32(header), view.getUint32(header + 4)];
  if (width > WIDEST_LOGO || height > WIDEST_LOGO) return refuse('logo-too-wide');
  const [depth = 0, colour = 0, compression, filter, interlace] = file.subarray(header + 8, header + HEADER);
  const isPlain =
    (DEPTHS[colour] ?? []).includes(depth) && [compression, filter, interlace].every((method) => method === 0);
  return width > 0 && height > 0 && isPlain && hasOneHeader(view) ? accept(null) : refuse('logo-unreadable');
}

/** Whether chunk follows chunk up to the end of the file, which is that of the picture, and the first alone is a header, of its length. */
function hasOneHeader(view: DataView): boolean {
  for (let at = SIGNATURE.length; at + FRAME <= view.byteLength;) {
    const length = view.getUint32(at);
    const type = typeAt(view, at);
    if ((type === 'IHDR') !== (at === SIGNATURE.length)) return false;
    if (type === 'IHDR' && length !== HEADER) return false;
    at += FRAME + length;
    if (type === 'IEND') return at === view.byteLength;
  }
  return false;
}

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(...[4, 5, 6, 7].map((byte) => view.getUint8(at + byte)));
}
