import { RendererError } from '../image-renderer';
import { type Bytes, hexFromBytes, utf8 } from '../../../shared/bytes';
import { SECOND } from '../../../shared/time/duration';
import { isOfflineMessage } from '../../../shared/codes/offline-message-limit';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length 13 and the type: every PNG begins with this chunk (PNG specification, 5.6 and 11.2.1). */
const HEADER_CHUNK = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/** The last chunk, which is always the same (11.2.5). */
const END_CHUNK = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

/** For the whole answer, in milliseconds: the user sees an empty card meanwhile. */
export const CRONTO_TIME_LIMIT_MS = 4 * SECOND;
/** Far above a Cronto image's few kilobytes. */
export const MAXIMUM_CRONTO_BYTES = 512 * 1_024;
/** Pixels. */
const SMALLEST_SIDE = 50;
const LARGEST_SIDE = 2_000;

/** @throws RendererError when it is not a complete, square PNG of a displayable size */
export function checkedCronto(png: Bytes): Bytes {
  const side = pngSide(png);
  if (side === null || side < SMALLEST_SIDE || side > LARGEST_SIDE) throw new RendererError('not-an-image');
  return png;
}

/** @returns pixels along one side of a square PNG; null for anything else and for a truncated one */
function pngSide(bytes: Uint8Array<ArrayBuffer>): number | null {
  const beginning = [...SIGNATURE, ...HEADER_CHUNK];
  const end = bytes.subarray(-END_CHUNK.length);
  const isWhole =
    bytes.length > 64 &&
    beginning.every((byte, index) => bytes[index] === byte) &&
    END_CHUNK.every((byte, index) => end[index] === byte);
  if (!isWhole) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(beginning.length), view.getUint32(beginning.length + 4)];
  return width === height ? width : null;
}

/**
 * The query for a Cronto image: `format=CRONTO&message=<hex>` (OneSpan §5.1). An offline activation's message is
 * hexadecimal already and is sent as it is (OneSpan §5.3, seen in a public client).
 */
export function crontoQuery(payload: string): { format: 'CRONTO'; message: string } {
  return { format: 'CRONTO', message: isOfflineMessage(payload) ? payload : hexFromBytes(utf8(payload)) };
}
