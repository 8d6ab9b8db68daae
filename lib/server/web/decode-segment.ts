/** A part of a path in plain characters. @returns null for what is no UTF-8, percent-encoded */
export function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
