/** 3 × 3 numbers, row by row. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

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
