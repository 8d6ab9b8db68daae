import { cache } from 'react';
import type { User } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import { parseServiceAccountId, type ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

/** The account of a page's address, in the reader's domain; otherwise the page is not found. Cached per request. */
export const findAccount = cache(async (user: User, text: string): Promise<ServiceAccount> => {
  const id = parseServiceAccountId(text);
  const account = id && (await (await services()).serviceAccounts.accounts.find(id, user.domain));
  return account ?? refuseAsNotFound();
});
