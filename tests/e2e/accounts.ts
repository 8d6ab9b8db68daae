import type { Role } from '@/lib/access/role';
import { PASSWORD, type Server } from '../support/server';

export type Account = { userId: string; password: string };

/** More than a worker has tests. */
export const ACCOUNTS = 100;

/** So that one can stand against the other. */
export const STAFF_PER_ROLE = 2;

const taken = new WeakMap<Server, number>();

/** The accounts that every server under test has beside the demo accounts, one after the other. */
export function nextAccount(server: Server): Account {
  const number = (taken.get(server) ?? 0) + 1;
  if (number > ACCOUNTS) throw new RangeError('the template holds too few accounts');
  taken.set(server, number);
  return { userId: `person.${number}`, password: PASSWORD };
}

/** Somebody with one role of the staff and no other, shared by the tests of a server. @param number 1 to STAFF_PER_ROLE */
export function staffAccount(role: Exclude<Role, 'user'>, number = 1): Account {
  return { userId: `${role}.${number}`, password: PASSWORD };
}
