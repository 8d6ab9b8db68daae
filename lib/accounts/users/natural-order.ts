import { foldForSearch } from './search-terms';
import type { User } from './user';
import type { UserOrder } from './user-directory';

/** Longer numbers are ordered as this long; two digits encode the length. */
const MAXIMUM_DIGITS = 99;

/**
 * A key that sorts by its code units as people look up names: regardless of case and accents, and numbers by their
 * value, so that 2 comes before 10. Stored beside names, so that a database sorts as `byNaturalOrder` does.
 */
export function naturalKey(text: string): string {
  return foldForSearch(text).replaceAll(/\d+/g, (number) => {
    const digits = number.replace(/^0+(?=\d)/, '');
    return String(Math.min(digits.length, MAXIMUM_DIGITS)).padStart(2, '0') + digits;
  });
}

/** The order of `naturalKey`; never 0 for two texts that differ. */
export function byNaturalOrder(left: string, right: string): number {
  return compare(naturalKey(left), naturalKey(right)) || compare(left, right);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** What found users are sorted by; user IDs decide between those of one name. */
export function byUserOrder({ by, direction }: UserOrder): (left: User, right: User) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  return (left, right) =>
    sign *
    ((by === 'userId' ? 0 : compare(naturalKey(left.displayName), naturalKey(right.displayName))) ||
      byNaturalOrder(left.userId, right.userId));
}
