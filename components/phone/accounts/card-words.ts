import type { UsableAccount } from '@/lib/phone/accounts/account';

/**
 * The line below an account's name: whose it is, and where, without what the name says already.
 * @param site the website's host, for accounts without a domain
 */
export function cardWords(
  { name, userId, domain }: Pick<UsableAccount, 'name' | 'userId' | 'domain'>,
  site: string,
): string {
  const place = domain || site;
  return name === userId ? place : `${userId} · ${place}`;
}
