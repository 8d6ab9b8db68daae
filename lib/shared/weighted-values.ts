/** Headers may be long; no client needs twenty values. */
const MOST = 20;

export type WeightedValue = { value: string; weight: number };

/**
 * The values of a header such as `Accept-Language` or `Accept-Encoding` (RFC 9110 §12.4.2), in its order.
 * @param header its first twenty values are read
 * @returns values in lower case, each with its weight, which is 1 if absent and NaN if malformed
 */
export function weightedValues(header: string): WeightedValue[] {
  return header.split(',', MOST).map((listed) => {
    const [value = '', ...parameters] = listed.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { value, weight: weight === undefined ? 1 : Number(weight) };
  });
}
