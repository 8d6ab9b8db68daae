import type { UserKey } from '../../shared/identifiers/user-key';
/** In any case of letters, as the server compares them (inferred; its tests in public clients do so). */
export function isSameUser(left: UserKey, right: UserKey): boolean {
  const [one, other] = [left, right].map(({ userId, domain }) => JSON.stringify([userId, domain]).toLowerCase());
  return one === other;
}
