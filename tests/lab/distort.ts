import sharp from 'sharp';
import { addColourAt } from '@/lib/wire/image/reading/add-colour-at';
import { project, projectionTo, type Corners, type Point, invert } from '@/lib/wire/image/reading/projection';
import { type Picture, luma } from '@/lib/wire/image/picture';
import type { Distortion } from './conditions';
import type { SeededRandom } from './seeded-random';

/** Of the camera's pictures, in pixels. */
const FRAME = { width: 800, height: 600 };
/** What lies beyond the page. */
const SURROUNDINGS = 60;
/** Of a camera from the page, in sides of the image. */
const DISTANCE = 3;
/** Quality of a picture that is not said to be a JPEG. */
const BEST_QUALITY = 92;
/** Prime, so that no two rows of a picture have the same noise. */
const NOISE_LENGTH = 65_521;

/** A page with an image on it, and where that is. */
export type Shot = { picture: Picture; left: number; top: number; side: number };

/** Takes a picture of a page: warped, blurred, in another light, noisy, and kept as a JPEG. */
export async function distort(shot: Shot, distortion: Distortion, random: SeededRandom): Promise<Picture> {
  const corners = cornersIn(shot, distortion, random);
  const channels = warp(shot, corners);
  if (distortion.blur !== undefined) blur(channels, distortion.blur);
  relight(channels, distortion, corners);
  if (distortion.noise !== undefined) addNoise(channels, distortion.noise, random);
  return compress(channels, distortion.jpeg ?? BEST_QUALITY);
}

/** Where the image's corners come to lie in the picture, at most half a pixel off its middle. */
function cornersIn({ side }: Shot, distortion: Distortion, random: SeededRandom): Corners {
  const { scale = 1, rotation = 0, tilt, corners } = distortion;
  const middle = { x: FRAME.width / 2 + random.between(-0.5, 0.5), y: FRAME.height / 2 + random.between(-0.5, 0.5) };
  const directions = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return directions.map(([right, down], at) => {
    const inward = corners?.[at] ?? { x: 0, y: 0 };
    let point: Point = { x: right * (0.5 - inward.x), y: down * (0.5 - inward.y) };
    if (tilt) point = turnAway(point, tilt);
    point = turn(point, rotation);
    return { x: middle.x + point.x * side * scale, y: middle.y + point.y * side * scale };
  }) as Corners;
}

function turn({ x, y }: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) };
}

function turnAway(point: Point, { angle, axis }: { angle: number; axis: number }): Point {
  const upright = turn(point, -axis);
  const depth = DISTANCE + upright.y * Math.sin((angle * Math.PI) / 180);
  const nearness = DISTANCE / depth;
  return turn({ x: upright.x * nearness, y: upright.y * Math.cos((angle * Math.PI) / 180) * nearness }, axis);
}

type Channels = [Float32Array, Float32Array, Float32Array];

/** Looks up every pixel of the picture on the page, in four places, for the picture may be smaller than the page. */
function warp({ picture, left, top, side }: Shot, corners: Corners): Channels {
  const [a, b, c, d, e, f, g, h, i] = invert(projectionTo(corners));
  const channels = [0, 1, 2].map(() => new Float32Array(FRAME.width * FRAME.height)) as Channels;
  const sums = new Float64Array(3);
  for (let at = 0; at < channels[0].length; at++) {
    sums.fill(0);
    for (let corner = 0; corner < 4; corner++) {
      const x = (at % FRAME.width) + (corner % 2 === 0 ? 0.25 : -0.25);
      const y = Math.floor(at / FRAME.width) + (corner < 2 ? 0.25 : -0.25);
      // By hand: an object for each of two million places takes longer than everything else.
      const sides = side / (g * x + h * y + i);
      addColour(sums, picture, left + (a * x + b * y + c) * sides - 0.5, top + (d * x + e * y + f) * sides - 0.5);
    }
    for (let channel = 0; channel < 3; channel++) (channels[channel] ?? sums)[at] = (sums[channel] ?? 0) / 4;
  }
  return channels;
}

/** Adds what is between four pixels of the page. */
function addColour(sums: Float64Array, picture: Picture, x: number, y: number): void {
  if (x >= 0 && y >= 0 && x < picture.width - 1 && y < picture.height - 1) addColourAt(picture, x, y, sums, 0);
  else for (let channel = 0; channel < 3; channel++) sums[channel] = (sums[channel] ?? 0) + SURROUNDINGS;
}

function blur(channels: Channels, deviation: number): void {
  const reach = Math.ceil(3 * deviation);
  const bell = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * deviation ** 2)));
  const sum = bell.reduce((total, weight) => total + weight, 0);
  const kernel = Float32Array.from(bell, (weight) => weight / sum);
  const { width, height } = FRAME;
  for (const channel of channels) {
    const across = new Float32Array(channel.length);
    convolve(channel, across, kernel, { length: width, stride: 1, lines: height, lineStride: width });
    convolve(across, channel, kernel, { length: height, stride: width, lines: width, lineStride: 1 });
  }
}

type Lines = { length: number; stride: number; lines: number; lineStride: number };

/** Along every line; beyond its ends it goes on as it ends. */
function convolve(from: Float32Array, to: Float32Array, kernel: Float32Array, along: Lines): void {
  const reach = (kernel.length - 1) / 2;
  const padded = new Float32Array(along.length + 2 * reach);
  for (let line = 0; line < along.lines; line++) {
    const start = line * along.lineStride;
    for (let at = 0; at < padded.length; at++) {
      const near = Math.min(Math.max(at - reach, 0), along.length - 1);
      padded[at] = from[start + near * along.stride] ?? 0;
    }
    for (let place = 0; place < along.length; place++) {
      let total = 0;
      for (let at = 0; at < kernel.length; at++) total += (kernel[at] ?? 0) * (padded[place + at] ?? 0);
      to[start + place * along.stride] = total;
    }
  }
}

/** Light of another colour, a camera's own curve, paler colours, and a reflection in front of it all. */
function relight([red, green, blue]: Channels, distortion: Distortion, corners: Corners): void {
  const { tint = [1, 1, 1], gamma = 1, desaturation = 0 } = distortion;
  const curve = Float32Array.from({ length: 2551 }, (_, tenths) => 255 * (tenths / 2550) ** gamma);
  const opacity = spotOf(distortion, corners);
  for (let at = 0; at < red.length; at++) {
    const r = curve[Math.round((red[at] ?? 0) * tint[0] * 10)] ?? 255;
    const g = curve[Math.round((green[at] ?? 0) * tint[1] * 10)] ?? 255;
    const b = curve[Math.round((blue[at] ?? 0) * tint[2] * 10)] ?? 255;
    const grey = desaturation * luma(r, g, b);
    const white = 255 * (opacity[at] ?? 0);
    const rest = 1 - (opacity[at] ?? 0);
    red[at] = white + rest * (grey + (1 - desaturation) * r);
    green[at] = white + rest * (grey + (1 - desaturation) * g);
    blue[at] = white + rest * (grey + (1 - desaturation) * b);
  }
}

/** How opaque the reflection is at every pixel, 0 to 1. */
function spotOf({ glare }: Distortion, corners: Corners): Float32Array {
  const opacity = new Float32Array(FRAME.width * FRAME.height);
  if (!glare) return opacity;
  const { x, y } = project(projectionTo(corners), glare.x, glare.y);
  const radius = glare.radius * sideOf(corners);
  for (let at = 0; at < opacity.length; at++) {
    const distance = Math.hypot((at % FRAME.width) - x, Math.floor(at / FRAME.width) - y) / radius;
    opacity[at] = glare.strength * Math.exp(-(distance ** 2) / 2);
  }
  return opacity;
}

function sideOf([p0, p1]: Corners): number {
  return Math.hypot(p1.x - p0.x, p1.y - p0.y);
}

/** Draws some thousand numbers and goes through them over and over, which takes a tenth of drawing one for each pixel. */
function addNoise(channels: Channels, deviation: number, random: SeededRandom): void {
  const drawn = Float32Array.from({ length: NOISE_LENGTH }, () => deviation * random.normal());
  let next = 0;
  for (const channel of channels) {
    for (let at = 0; at < channel.length; at++) {
      channel[at] = (channel[at] ?? 0) + (drawn[next] ?? 0);
      next = next + 1 === NOISE_LENGTH ? 0 : next + 1;
    }
  }
}

async function compress([red, green, blue]: Channels, quality: number): Promise<Picture> {
  const pixels = new Uint8ClampedArray(red.length * 3);
  for (let at = 0; at < red.length; at++) {
    pixels[at * 3] = red[at] ?? 0;
    pixels[at * 3 + 1] = green[at] ?? 0;
    pixels[at * 3 + 2] = blue[at] ?? 0;
  }
  const jpeg = await sharp(pixels, { raw: { ...FRAME, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:2:0' })
    .toBuffer();
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}
