import { findCode } from '@/lib/phone/scanning/find-code';
import { scanCode, type ScannedCode } from '@/lib/phone/scanning/scan-code';

export type ReadRequest = { number: number; kind: 'frame' | 'picture'; bitmap: ImageBitmap };
export type ReadAnswer = { number: number; code: ScannedCode | null };

/** For reading a frame, in milliseconds. The next frame is another attempt. */
const TIME_LIMIT = 60;

/** In pixels. Cameras may deliver more than reading a code takes. */
const LONGEST_SIDE = 1_280;
/** In pixels, for a photo in which the code is small. */
const LONGEST_SIDE_OF_PHOTO = 2_560;
/** In milliseconds, for one look at a photo of that size. */
const PHOTO_TIME_LIMIT = 1_500;
/** Retries of that look. */
const EFFORT = 16;

/** One canvas per size of frame: a new one for each frame would cost more than reading the frame. */
const canvases = new Map<string, OffscreenCanvasRenderingContext2D>();

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const { number, kind, bitmap } = data;
  const code = kind === 'frame' ? readFrame(bitmap) : readPicture(bitmap);
  bitmap.close();
  postMessage({ number, code } satisfies ReadAnswer);
});

/** Tries the whole frame, then at full size the square in its middle, with which the user aims. */
function readFrame(bitmap: ImageBitmap): ScannedCode | null {
  const { width, height } = bitmap;
  const whole = scanCode(pixels(bitmap, { left: 0, top: 0, width, height }), { timeLimit: TIME_LIMIT });
  if (whole !== null) return whole;
  const side = Math.min(width, height);
  const middle = { left: (width - side) / 2, top: (height - side) / 2, width: side, height: side };
  return scanCode(pixels(bitmap, middle), { timeLimit: TIME_LIMIT });
}

function readPicture(bitmap: ImageBitmap): ScannedCode | null {
  const { width, height } = bitmap;
  const whole = { left: 0, top: 0, width, height };
  const code = findCode(pixels(bitmap, whole, LONGEST_SIDE, newContext));
  if (code !== null || Math.max(width, height) <= LONGEST_SIDE) return code;
  const large = pixels(bitmap, whole, LONGEST_SIDE_OF_PHOTO, newContext);
  return scanCode(large, { timeLimit: PHOTO_TIME_LIMIT, effort: EFFORT });
}

type Part = { left: number; top: number; width: number; height: number };

function pixels(
  bitmap: ImageBitmap,
  { left, top, width, height }: Part,
  longestSide = LONGEST_SIDE,
  contextOf = keptContext,
) {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const context = contextOf(size);
  context.drawImage(bitmap, left, top, width, height, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { ...size, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

type Size = { width: number; height: number };

function keptContext(size: Size): OffscreenCanvasRenderingContext2D {
  const key = `${size.width}x${size.height}`;
  const context = canvases.get(key) ?? newContext(size);
  canvases.set(key, context);
  return context;
}

function newContext({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas in workers');
  return context;
}
