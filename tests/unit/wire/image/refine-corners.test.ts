import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquares } from '@/lib/wire/image/reading/least-squares';
import { project, projectionTo, type Corners, invert } from '@/lib/wire/image/reading/projection';
import { QUIET_ZONE_MODULES } from '@/lib/wire/image/qr-matrix';
import { refineCorners } from '@/lib/wire/image/reading/refine-corners';
import { issueSample } from '../../../lab/issue-sample';
import { paintShot } from '../../../lab/paint-shot';

/** Corners of a square of side 100, each moved by less than a third of it: never three on a line. */
const anyCorners = fc
  .array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]): Corners => [
    { x: a, y: b },
    { x: 100 + c, y: d },
    { x: 100 + e, y: 100 + f },
    { x: g, y: 100 + h },
  ]);
const inside = fc.double({ min: 0, max: 1, noNaN: true });

test('a projection sends the unit square to its corners, and its inverse back', () => {
  fc.assert(
    fc.property(anyCorners, inside, inside, (corners, u, v) => {
      const projection = projectionTo(corners);
      const [p0, p1, p2, p3] = corners;
      for (const [at, { x, y }] of [
        [project(projection, 0, 0), p0],
        [project(projection, 1, 0), p1],
        [project(projection, 1, 1), p2],
        [project(projection, 0, 1), p3],
      ] as const) {
        expect(at.x).toBeCloseTo(x, 6);
        expect(at.y).toBeCloseTo(y, 6);
      }
      const { x, y } = project(projection, u, v);
      const back = project(invert(projection), x, y);
      expect(back.x).toBeCloseTo(u, 6);
      expect(back.y).toBeCloseTo(v, 6);
    }),
  );
});

test('the least squares fit finds the coefficients of a plane, and a weighted mean of contradictions', () => {
  const plane = leastSquares(3, (add) => {
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 3],
    ] as const)
      add([1, x, y], 5 + 2 * x - 3 * y);
  });
  expect(plane.map((unknown) => Number(unknown.toFixed(9)))).toEqual([5, 2, -3]);
  const mean = leastSquares(2, (add) => {
    add([1, 0], 10, 3);
    add([1, 0], 20, 1);
  });
  // No row says anything about the second.
  expect(mean).toEqual([12.5, 0]);
});

test('corners that are off by up to 0.4 modules, in any direction, are moved to where the edges are', async () => {
  const pixelsPerModule = 8;
  const { plain, colour } = await issueSample();
  const shift = fc
    .tuple(fc.double({ min: 0, max: 0.4, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
    .map(([distance, angle]) => ({ x: distance * Math.cos(angle), y: distance * Math.sin(angle) }));
  for (const matrix of [plain, colour]) {
    const { picture } = paintShot(matrix, pixelsPerModule);
    // Whole numbers are the middles of pixels.
    const near = QUIET_ZONE_MODULES * pixelsPerModule - 0.5;
    const far = near + matrix.size * pixelsPerModule;
    const exact: Corners = [
      { x: near, y: near },
      { x: far, y: near },
      { x: far, y: far },
      { x: near, y: far },
    ];
    fc.assert(
      fc.property(fc.array(shift, { minLength: 4, maxLength: 4 }), (shifts) => {
        const off = exact.map(({ x, y }, at) => ({
          x: x + (shifts[at]?.x ?? 0) * pixelsPerModule,
          y: y + (shifts[at]?.y ?? 0) * pixelsPerModule,
        })) as Corners;
        for (const [at, { x, y }] of refineCorners(picture, plainOf(matrix), off).entries()) {
          const error = Math.hypot(x - (exact[at]?.x ?? 0), y - (exact[at]?.y ?? 0)) / pixelsPerModule;
          expect(error).toBeLessThan(0.1);
        }
      }),
      { numRuns: 20 },
    );
  }

  function plainOf({ size, modules }: typeof plain): typeof plain {
    return { size, modules: modules.map((hue) => (hue === 1 || (hue >= 2 && hue < 6) ? 1 : 0)) };
  }
});
