import type { Role } from '@/lib/access/role';
import { PASSWORD, type Server } from '../support/server';

export type Account = { userId: string; password: string };

/** More than a worker has tests. */
export const ACCOUNTS = 100;

/** People of a protected group. */
export const BOARD = 6;

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

/** Somebody of a protected group; each test takes one of its own. @param number 1 to BOARD */
export function boardAccount(number: number): Account {
  return { userId: `board.${number}`, password: PASSWORD };
}

/** An agent who is an approver too. */
export const LEAD: Account = { userId: 'helpdesk-lead.1', password: PASSWORD };
