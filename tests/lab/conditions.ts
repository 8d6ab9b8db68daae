import type { SeededRandom } from './seeded-random';

/** How a picture differs from the page it was taken of; what is left out stays as it is. */
export type Distortion = {
  /** Pixels of the picture for one of the page. */
  scale?: number;
  /** In degrees, in the picture's plane. */
  rotation?: number;
  /** In degrees, how far the page is turned away from the camera, around an axis in the picture's plane. */
  tilt?: { angle: number; axis: number };
  /** Where each corner of the image moves to, in parts of its side. */
  corners?: { x: number; y: number }[];
  /** Standard deviation of a Gaussian blur, in pixels of the picture. */
  blur?: number;
  /** Factors of red, green and blue. */
  tint?: [number, number, number];
  /** Exponent of each channel as a part of 1: below 1 is brighter, above darker. */
  gamma?: number;
  /** 0 leaves colours as they are, 1 makes all grey. */
  desaturation?: number;
  /** A white spot: how opaque its middle is, and where that is and how wide it spreads in parts of the image's side. */
  glare?: { strength: number; x: number; y: number; radius: number };
  /** Standard deviation of each channel of each pixel, of 255. */
  noise?: number;
  /** Quality of a JPEG with colours at half the resolution; 92 without it. */
  jpeg?: number;
};

export type Condition = { name: string; distort: (random: SeededRandom) => Distortion };

function always(name: string, distortion: Distortion): Condition {
  return { name, distort: () => distortion };
}

function movedCorners(random: SeededRandom, most: number): { x: number; y: number }[] {
  return Array.from({ length: 4 }, () => ({ x: random.between(0, most), y: random.between(0, most) }));
}

function glare(random: SeededRandom, strength: number): NonNullable<Distortion['glare']> {
  return { strength, x: random.between(0.2, 0.8), y: random.between(0.2, 0.8), radius: random.between(0.15, 0.3) };
}

function tint(random: SeededRandom, most: number): [number, number, number] {
  return [1, 1, 1].map(() => 1 - random.between(0, most)) as [number, number, number];
}

/** One thing at a time, and at the end all of them together as a phone's camera has them. */
export const CONDITIONS: Condition[] = [
  always('clean', {}),
  ...[0.6, 0.8, 1.25, 1.5].map((scale) => always(`scale ${scale}`, { scale })),
  ...[5, 10, 15, 20, 45, 90, 180].map((rotation) => always(`rotation ${rotation}°`, { rotation })),
  ...[10, 20].map((angle) => ({
    name: `tilt ${angle}°`,
    distort: (random: SeededRandom) => ({ tilt: { angle, axis: random.between(0, 360) } }),
  })),
  ...[12, 20].map((percent) => ({
    name: `perspective ${percent} %`,
    distort: (random: SeededRandom) => ({ corners: movedCorners(random, percent / 100) }),
  })),
  ...[1, 2, 3, 4].map((blur) => always(`blur ${blur}`, { blur })),
  ...[10, 25, 40].map((noise) => always(`noise ${noise}`, { noise })),
  ...[80, 60, 40].map((jpeg) => always(`JPEG ${jpeg}`, { jpeg })),
  always('warm light', { tint: [1, 0.86, 0.65] }),
  always('cool light', { tint: [0.75, 0.9, 1] }),
  always('night light, blue × 0.45', { tint: [1, 0.8, 0.45] }),
  always('night light, blue × 0.22', { tint: [1, 0.65, 0.22] }),
  ...[0.5, 2].map((gamma) => always(`gamma ${gamma}`, { gamma })),
  ...[20, 40, 60].map((percent) => always(`desaturation ${percent} %`, { desaturation: percent / 100 })),
  ...[0.5, 0.85].map((strength) => ({
    name: `glare ${strength}`,
    distort: (random: SeededRandom) => ({ glare: glare(random, strength) }),
  })),
  {
    name: 'phone-mild',
    distort: (random) => ({
      scale: random.between(0.85, 1.1),
      rotation: random.between(-5, 5),
      corners: movedCorners(random, 0.04),
      blur: random.between(0.6, 1),
      tint: tint(random, 0.12),
      gamma: random.between(0.85, 1.2),
      desaturation: random.between(0, 0.1),
      noise: 3,
      jpeg: 80,
    }),
  },
  {
    name: 'phone-mid',
    distort: (random) => ({
      scale: random.between(0.7, 1),
      rotation: random.between(-10, 10),
      corners: movedCorners(random, 0.08),
      blur: random.between(0.7, 1.1),
      tint: tint(random, 0.25),
      gamma: random.between(0.75, 1.4),
      desaturation: random.between(0, 0.2),
      glare: glare(random, random.between(0, 0.3)),
      noise: 8,
      jpeg: 65,
    }),
  },
  {
    name: 'phone-hard',
    distort: (random) => ({
      scale: random.between(0.55, 0.85),
      rotation: random.between(-20, 20),
      corners: movedCorners(random, 0.12),
      blur: random.between(0.9, 1.4),
      tint: tint(random, 0.4),
      gamma: random.between(0.6, 1.7),
      desaturation: random.between(0, 0.35),
      glare: glare(random, random.between(0, 0.4)),
      noise: 16,
      jpeg: 45,
    }),
  },
];
