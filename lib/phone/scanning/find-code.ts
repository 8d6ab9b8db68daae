import type { Picture } from '../../wire/image/picture';
import { scanCode, type ScannedCode } from './scan-code';

/** In milliseconds for one attempt. */
const TIME_LIMIT = 400;
/** Retries of one attempt. */
const EFFORT = 16;
/** Tile sides as shares of the picture's. Neighbours overlap by half, so that some tile holds the whole code. */
const TILE_SHARES = [1 / 2, 1 / 3, 1 / 5];
/** In pixels. */
const MINIMUM_TILE = 120;

/**
 * Finds and reads a QR code in a picture of a whole page. A page is full of edges that look like parts of a code, so this
 * tries the whole picture at several sizes, then overlapping tiles.
 * @returns null when it has no readable code
 */
export function findCode(picture: Picture): ScannedCode | null {
  for (const candidate of candidates(picture)) {
    const code = scanCode(candidate, { timeLimit: TIME_LIMIT, effort: EFFORT });
    if (code) return code;
  }
  return null;
}

function* candidates(picture: Picture): Generator<Picture> {
  yield picture;
  yield halve(picture);
  yield double(picture);
  for (const share of TILE_SHARES) {
    for (const tile of tiles(picture, share)) {
      yield tile;
      yield halve(tile);
      yield double(tile);
    }
  }
}

function* tiles(picture: Picture, share: number): Generator<Picture> {
  const side = Math.max(
    MINIMUM_TILE,
    Math.ceil(Math.min(Math.max(picture.width, picture.height) * share, picture.width, picture.height)),
  );
  if (side > picture.width || side > picture.height) return;
  for (const top of starts(picture.height, side)) {
    for (const left of starts(picture.width, side)) yield crop(picture, left, top, side);
  }
}

/** Offsets of tiles, half a side apart, the last one flush with the end. */
function starts(length: number, side: number): number[] {
  const last = length - side;
  const count = Math.ceil(last / (side / 2));
  return Array.from({ length: count + 1 }, (_, index) => Math.min(Math.floor((index * side) / 2), last));
}

function crop({ width, data }: Picture, left: number, top: number, side: number): Picture {
  const cropped = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row++) {
    const start = ((top + row) * width + left) * 4;
    cropped.set(data.subarray(start, start + side * 4), row * side * 4);
  }
  return { width: side, height: side, data: cropped };
}

/** Takes every second pixel of every second row. Averaging would blur the edges of modules. */
function halve(picture: Picture): Picture {
  return resample(picture, Math.floor(picture.width / 2), Math.floor(picture.height / 2), 2);
}

function double(picture: Picture): Picture {
  return resample(picture, picture.width * 2, picture.height * 2, 0.5);
}

function resample(picture: Picture, width: number, height: number, step: number): Picture {
  const source = new Uint32Array(picture.data.slice().buffer);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y * step) * picture.width;
    for (let x = 0; x < width; x++) pixels[y * width + x] = source[row + Math.floor(x * step)] ?? 0;
  }
  return { width, height, data: new Uint8Array(pixels.buffer) };
}
