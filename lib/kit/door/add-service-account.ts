import { addAccount } from '../../helpdesk/administration/create-account';
import { decideApproval } from '../../helpdesk/approvals/decide-approval';
import { noRequest } from '../../audit/audit-context';
import type { User } from '../../accounts/users/user';
import type { NewUser } from '../../accounts/users/user-directory';
import type { Services } from '../../server/composition/compose';
import { addReturnAddress } from '../../helpdesk/service-accounts/change-account';
import { makeFirstKey } from '../../helpdesk/service-accounts/make-key';
import { ACCOUNT_REQUESTS } from '../../helpdesk/service-accounts/account-request';
import { requestServiceAccount } from '../../helpdesk/service-accounts/request-account';
import { parseReturnAddress } from '../../helpdesk/service-accounts/return-address';
import { MAXIMUM_LIFETIME_MS } from '../../helpdesk/service-accounts/service-account';
import { isServiceScope } from '../../helpdesk/service-accounts/service-scope';
import { accept, refuse, type Result } from '../../shared/result';
import type { Question } from './door-messages';

/**
 * Makes a service account with a key as the site does: one administrator asks, another agrees, and the first is shown the
 * key. Both are new and nobody knows their passwords, so that everybody of the test is still a second person for what the
 * account asks for.
 */
export async function addServiceAccount(
  { name, scopes, requestsPerMinute, returnAddresses }: Extract<Question, { kind: 'add-service-account' }>,
  services: Services,
): Promise<Result<{ key: string }, string>> {
  const { serviceAccounts: ports } = services;
  const unknown = scopes.filter((scope) => !isServiceScope(scope));
  if (unknown.length > 0) return refuse(`no scope of a service account: ${unknown.join(', ')}`);
  const asking = await addAdministrator(services);
  if (!asking.ok) return asking;
  const agreeing = await addAdministrator(services);
  if (!agreeing.ok) return agreeing;
  const administrator = { user: asking.value, scope: { kind: 'full' } } as const;
  const second = { user: agreeing.value, scope: { kind: 'full' } } as const;
  const origin = noRequest(crypto.randomUUID());
  const expiresAt = new Date(ports.clock.now().getTime() + MAXIMUM_LIFETIME_MS);
  const account = { name, scopes, networks: [], requestsPerMinute, expiresAt };
  const result = await requestServiceAccount(ports, administrator, account, origin);
  if (!result.ok) return result;
  const { id, subject } = result.value;
  const { accountId } = subject;
  const agreed = await decideApproval(ports, ACCOUNT_REQUESTS, second, id, 'approved', origin);
  if (!agreed.ok) return agreed;
  for (const { url: input, name: site } of returnAddresses) {
    const url = parseReturnAddress(input);
    if (!url.ok) return refuse(`${input}: ${url.refusal}`);
    const outcome = await addReturnAddress(ports, administrator, { id: accountId, url: url.value, name: site }, origin);
    if (!outcome.ok) return outcome;
  }
  const key = await makeFirstKey(ports, administrator, accountId, origin);
  return key.ok ? accept({ key: key.value }) : key;
}

async function addAdministrator({ administration, config: { domain } }: Services): Promise<Result<User, string>> {
  if (!administration) return refuse('people of this site come from the authentication server');
  const unique = crypto.randomUUID();
  const account: NewUser = {
    userId: `administrator.${unique.slice(0, 8)}`,
    domain,
    displayName: 'Administrator of the test kit',
    password: `${unique} ${crypto.randomUUID()}`,
    roles: ['administrator'],
    mailAddresses: [],
    language: 'en',
    group: null,
  };
  return addAccount(administration, null, account, noRequest(unique));
}
