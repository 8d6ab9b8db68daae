import type { Account } from '../state/accounts';
import type { AuthenticationServer } from '../state/authentication-server';
import type { Reply } from '../../faults/reply';
import { splitLogin } from './check-status';
import { cloudFailure, cloudReply } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

/** `GET users/{user}@{domain}` (OneSpan §5.1): `authenticators` are serial numbers. */
export const getUser: Endpoint = {
  method: 'GET',
  path: 'users/{user}',
  answer: async (server, _request, login = '') =>
    withUser(server, login, async (account) => {
      const authenticators = server.records.listOf(account).map(({ serialNumber }) => serialNumber);
      const { userId: userID, domain, isLocked: locked, isDisabled: disabled } = account;
      return cloudReply(200, { userID, domain, locked, disabled, authenticators });
    }),
};

/** `POST users/{user}@{domain}/unregister` (OneSpan §5.1); that the user is gone afterwards is inferred. */
export const unregisterUser: Endpoint = {
  method: 'POST',
  path: 'users/{user}/unregister',
  async answer(server, { body }, login = '') {
    const read = readBody(body, { objectType: 'string' });
    if (!read.ok) return read.failure;
    if (read.fields['objectType'] !== 'UnregisterUserInputEx') return cloudFailure(400, 'objectType is invalid');
    return withUser(server, login, async (account) => {
      const licence = server.records.licenceOf(account);
      if (licence) await server.records.unassign(licence);
      server.accounts.delete(account);
      return cloudReply(200, {});
    });
  },
};

async function withUser(
  server: AuthenticationServer,
  login: string,
  answer: (account: Account) => Promise<Reply>,
): Promise<Reply> {
  const account = login.includes('@') ? server.accounts.find(...splitLogin(login)) : null;
  return account ? answer(account) : cloudFailure(404, 'User not found', { retCode: -1_199 });
}
