import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';

/** The address of a page with the user ID that was typed, behind its `#`: it stays in the browser, and no log has it. */
export function pathWithUserId<Path extends string>(path: Path, input: string): `${Path}#user=${string}` {
  return `${path}#user=${encodeURIComponent(input.trim().slice(0, MAXIMUM_USER_ID_LENGTH))}`;
}

/** @param hash of the address, with its `#` @returns empty for none */
export function userIdIn(hash: string): string {
  return new URLSearchParams(hash.slice(1)).get('user')?.slice(0, MAXIMUM_USER_ID_LENGTH) ?? '';
}
