import type { User } from './user';

/** "Jane" of "Jane Doe"; null where the name is one word, or begins with the family's: "Doe, Jane". */
export function firstNameOf({ displayName }: Pick<User, 'displayName'>): string | null {
  const [first, second] = displayName.trim().split(/\s+/);
  return first === undefined || second === undefined || first.endsWith(',') ? null : first;
}
