import { findCode } from '@/lib/phone/scanning/find-code';
import { scanCode, type ScannedCode } from '@/lib/phone/scanning/scan-code';

export type ReadRequest = { number: number; kind: 'frame' | 'picture'; bitmap: ImageBitmap };
export type ReadAnswer = { number: number; code: ScannedCode | null };

/** For reading a frame, in milliseconds. The next frame is another attempt. */
const TIME_LIMIT = 60;

/** In pixels. Cameras may deliver more than reading a code takes. */
const LONGEST_SIDE = 1_280;

/** One canvas per size: a new one for each frame would cost more than reading the frame. */
const canvases = new Map<string, OffscreenCanvasRenderingContext2D>();

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const { number, kind, bitmap } = data;
  const code = kind === 'frame' ? readFrame(bitmap) : findCode(pixels(bitmap, 0, 0, bitmap.width, bitmap.height));
  bitmap.close();
  postMessage({ number, code } satisfies ReadAnswer);
});

/** Tries the whole frame, then at full size the square in its middle, with which the user aims. */
function readFrame(bitmap: ImageBitmap): ScannedCode | null {
  const { width, height } = bitmap;
  const whole = scanCode(pixels(bitmap, 0, 0, width, height), { timeLimit: TIME_LIMIT });
  if (whole !== null) return whole;
  const side = Math.min(width, height);
  const middle = pixels(bitmap, (width - side) / 2, (height - side) / 2, side, side);
  return scanCode(middle, { timeLimit: TIME_LIMIT });
}

function pixels(bitmap: ImageBitmap, left: number, top: number, width: number, height: number) {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const context = contextOf(size);
  context.drawImage(bitmap, left, top, width, height, 0, 0, size.width, size.height);
  const { data } = context.getImageData(0, 0, size.width, size.height);
  return { ...size, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}

function contextOf({ width, height }: { width: number; height: number }): OffscreenCanvasRenderingContext2D {
  const key = `${width}x${height}`;
  const cached = canvases.get(key);
  if (cached) return cached;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas in workers');
  canvases.set(key, context);
  return context;
}
