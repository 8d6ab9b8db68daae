/** 3 × 3 numbers, row by row. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];
/** In pixels; whole numbers are the middles of pixels. */
export type Point = { x: number; y: number };

/** Outer corners of a code without its quiet zone, clockwise from the one between two finder patterns. */
export type Corners = [Point, Point, Point, Point];

/**
 * The perspective that maps the unit square to four corners (Heckbert, Fundamentals of Texture Mapping, 1989, 2.2.3).
 * @param corners no three of them on one line
 */
export function projectionTo([p0, p1, p2, p3]: Corners): Matrix3 {
  const [dx1, dy1, dx2, dy2] = [p1.x - p2.x, p1.y - p2.y, p3.x - p2.x, p3.y - p2.y];
  const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  const [a, b] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x];
  const [d, e] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y];
  return [a, b, p0.x, d, e, p0.y, g, h, 1];
}

export function project([a, b, c, d, e, f, g, h, i]: Matrix3, x: number, y: number): Point {
  const depth = g * x + h * y + i;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** @param matrix not singular */
export function invert([a, b, c, d, e, f, g, h, i]: Matrix3): Matrix3 {
  const [first, second, third] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * first + b * second + c * third;
  const adjugate = [
    first,
    c * h - b * i,
    b * f - c * e,
    second,
    a * i - c * g,
    c * d - a * f,
    third,
    b * g - a * h,
    a * e - b * d,
  ];
  return adjugate.map((value) => value / determinant) as unknown as Matrix3;
}
