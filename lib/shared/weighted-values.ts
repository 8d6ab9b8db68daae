/** Headers may be long; nobody prefers one of twenty values. */
const MOST = 20;

export type WeightedValue = { value: string; weight: number };

/**
 * What a header such as `Accept-Language` or `Accept-Encoding` lists (RFC 9110 §12.4.2), in its order.
 * @param header its first twenty values are read
 * @returns values in lower case, each with its weight, which is 1 where none is given and NaN where it is no number
 */
export function weightedValues(header: string): WeightedValue[] {
  return header.split(',', MOST).map((listed) => {
    const [value = '', ...parameters] = listed.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { value, weight: weight === undefined ? 1 : Number(weight) };
  });
}
