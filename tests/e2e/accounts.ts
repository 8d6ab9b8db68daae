import { PASSWORD, type Server } from '../support/server';

export type Account = { userId: string; password: string };

/** More than a worker has tests. */
export const ACCOUNTS = 100;

const taken = new WeakMap<Server, number>();

/** The accounts that every server under test has beside the demo accounts, one after the other. */
export function nextAccount(server: Server): Account {
  const number = (taken.get(server) ?? 0) + 1;
  if (number > ACCOUNTS) throw new RangeError('the template holds too few accounts');
  taken.set(server, number);
  return { userId: `person.${number}`, password: PASSWORD };
}
