/*
 * How far the colours of a palette lie apart, in the eyes of people and cameras. Colours are red, green and blue from 0
 * to 1 as sRGB writes them; `linear` ones are proportional to light (IEC 61966-2-1).
 */

import { luma } from '@/lib/wire/image/picture';
import { rgbOf, type Rgb } from '@/lib/wire/image/colour/palette';

export type Colour = Rgb;

/** Rows of a 3 × 3 matrix on linear colours. */
type Rows = readonly [Colour, Colour, Colour];

/** Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009; severity 1. */
const PROTAN: Rows = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const DEUTAN: Rows = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];
const TRITAN: Rows = [
  [1.255528, -0.076749, -0.178779],
  [-0.078411, 0.930809, 0.147602],
  [0.004733, 0.691367, 0.3039],
];

/** What becomes of a colour on its way to who looks at it. */
export const VIEWS: { name: string; see: (colour: Colour) => Colour }[] = [
  { name: 'as painted', see: (colour) => colour },
  { name: 'night light, blue × 0.45', see: ([red, green, blue]) => [red, green, blue * 0.45] },
  { name: 'night light, blue × 0.22', see: ([red, green, blue]) => [red, green, blue * 0.22] },
  { name: 'desaturation 40 %', see: (colour) => desaturate(colour, 0.4) },
  { name: 'protanopia', see: (colour) => throughMatrix(colour, PROTAN) },
  { name: 'deuteranopia', see: (colour) => throughMatrix(colour, DEUTAN) },
  { name: 'tritanopia', see: (colour) => throughMatrix(colour, TRITAN) },
];

/** @param hex `#rrggbb` */
export function colourOf(hex: string): Colour {
  const [red, green, blue] = rgbOf(hex);
  return [red / 255, green / 255, blue / 255];
}

/** The two nearest of some colours, seen in one way: their distance in OKLab. */
export function smallestDistance(colours: readonly Colour[], see: (colour: Colour) => Colour): number {
  const seen = colours.map((colour) => okLab(see(colour)));
  let smallest = Infinity;
  for (const [index, left] of seen.entries()) {
    for (const right of seen.slice(index + 1)) {
      smallest = Math.min(smallest, Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]));
    }
  }
  return smallest;
}

/** Relative luminance of WCAG 2.2, 0 for black to 1 for white. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of WCAG 2.2 between the lightest of the dark colours and the darkest of the light ones, 1 to 21. */
export function contrast(dark: readonly Colour[], light: readonly Colour[]): number {
  return (Math.min(...light.map(luminance)) + 0.05) / (Math.max(...dark.map(luminance)) + 0.05);
}

/** What readers of black-and-white codes make of a colour, 0 to 1; each adds up the channels in its own way. */
export const READER_LIGHTNESS: { name: string; of: (colour: Colour) => number }[] = [
  { name: 'qr', of: ([red, green, blue]) => (red + 2 * green + blue) / 4 },
  { name: 'zxing', of: (colour) => luma(...colour) },
  { name: 'jsqr', of: ([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue },
];

/**
 * Standard deviations of what the colours of modules look like, in lightness, red less lightness and blue less
 * lightness, about, when 1 is the way from dark to light: measured at 200 CSS px under the lab's `phone-mid`.
 */
const NOISE: Colour = [0.075, 0.075, 0.11];
/** What cameras and screens do to each channel, and how far it then is from the dark colours' mean to the light ones'. */
const CURVES = [
  { gamma: 0.5, span: 0.55 },
  { gamma: 1, span: 0.74 },
  { gamma: 2, span: 0.77 },
];

/** How surely a camera tells the two nearest apart whatever its gamma: their distance in standard deviations. */
export function separation(colours: readonly Colour[]): number {
  let smallest = Infinity;
  for (const { gamma, span } of CURVES) {
    const seen = colours.map((colour) => {
      const [red, green, blue] = colour.map((value) => value ** gamma / span) as [number, number, number];
      const lightness = luma(red, green, blue);
      return [lightness / NOISE[0], (red - lightness) / NOISE[1], (blue - lightness) / NOISE[2]] as const;
    });
    for (const [index, left] of seen.entries()) {
      for (const right of seen.slice(index + 1)) {
        smallest = Math.min(smallest, Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]));
      }
    }
  }
  return smallest;
}

function desaturate([red, green, blue]: Colour, share: number): Colour {
  const grey = luma(red, green, blue);
  return [red + share * (grey - red), green + share * (grey - green), blue + share * (grey - blue)];
}

function throughMatrix(colour: Colour, [toRed, toGreen, toBlue]: Rows): Colour {
  const light = linear(colour);
  return [encode(product(toRed, light)), encode(product(toGreen, light)), encode(product(toBlue, light))];
}

function product(row: Colour, [red, green, blue]: Colour): number {
  return row[0] * red + row[1] * green + row[2] * blue;
}

function linear([red, green, blue]: Colour): Colour {
  return [decode(red), decode(green), decode(blue)];
}

function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encode(value: number): number {
  const inside = Math.min(Math.max(value, 0), 1);
  return inside <= 0.0031308 ? inside * 12.92 : 1.055 * inside ** (1 / 2.4) - 0.055;
}

/** Lightness and two opponent colours, in which equal distances look equally large (Ottosson, 2020). */
function okLab(colour: Colour): Colour {
  const [red, green, blue] = linear(colour);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
