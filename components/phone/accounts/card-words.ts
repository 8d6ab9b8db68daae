import { ACCOUNT_NAME_LENGTH, type Account, type UsableAccount } from '@/lib/phone/accounts/account';

/** What an account's card says. @property who null until the website has named anybody @property address null if the title says it */
export type CardWords = { title: string; who: string | null; address: string | null };

/** Whether a domain tells this phone's accounts apart. */
export function hasSeveralDomains(accounts: readonly Pick<Account, 'domain'>[]): boolean {
  return new Set(accounts.map(({ domain }) => domain)).size > 1;
}

/**
 * The title is the name that the person gave the account on this phone, or else whose website it is. Below are who and which
 * device, as the website names them, and the address, without what the title says already.
 * @param site the website's host, for accounts without a domain; null where all accounts are of one domain
 */
export function cardWords(
  { name, userId, domain, details }: Pick<UsableAccount, 'name' | 'userId' | 'domain' | 'details'>,
  site: string | null,
): CardWords {
  const organisation = details?.organisation ?? '';
  const title = (organisation !== '' && titleOf(organisation, name, userId)) || name;
  const names = details ? [title === name ? organisation : '', details.person, details.device] : [];
  const address = [title === userId ? '' : userId, site === null ? '' : domain || site].filter((one) => one !== '');
  return {
    title,
    who: names.filter((one) => one !== '').join(' · ') || null,
    address: address.join(' · ') || null,
  };
}

/** The organisation, with the number by which accounts of one person differ; null for a name that the person chose. */
function titleOf(organisation: string, name: string, userId: string): string | null {
  if (name === userId) return organisation;
  const [number = ''] = / \d+$/.exec(name) ?? [];
  const isDefault = name === userId.slice(0, ACCOUNT_NAME_LENGTH - number.length) + number;
  return isDefault ? organisation + number : null;
}
