import { ACCOUNT_NAME_LENGTH, type Account } from './account';

/** What an account is called until the person gives it another name: the user ID, numbered where that is taken. */
export function defaultAccountName(userId: string, others: readonly Account[]): string {
  const taken = new Set(others.map(({ name }) => name));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : ` ${number}`;
    const name = userId.slice(0, ACCOUNT_NAME_LENGTH - suffix.length) + suffix;
    if (!taken.has(name)) return name;
  }
}
