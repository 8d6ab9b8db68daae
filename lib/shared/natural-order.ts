const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The order in which people look for names: numbers in them by their value, so that 2 comes before 10. */
export function byNaturalOrder(left: string, right: string): number {
  return COLLATOR.compare(left, right) || (left < right ? -1 : Number(left > right));
}
