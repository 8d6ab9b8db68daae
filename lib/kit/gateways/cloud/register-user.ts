import { systemRandom } from '../../../shared/random';
import { hexFromBytes } from '../../../shared/bytes';
import { accept } from '../../../shared/result';
import type { AuthenticationServer } from '../state/authentication-server';
import type { Account } from '../state/accounts';
import { cloudFailure, cloudReply, licenceLimitReached } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

const ADAPTIVE = { applicationRef: 'string', sessionID: 'string', relationshipRef: 'string' } as const;
const OPTIONAL = {
  staticPassword: 'string',
  domain: 'string',
  serialNumber: 'string',
  clientIP: 'string',
  cddc: 'object',
} as const;

/**
 * `POST users/register` (OneSpan §5.1, §5.2): creates an unknown user, with a random password unless one is given
 * (§5.4), and starts an activation. `domain` and `serialNumber` are inferred: the first from the paths that name a
 * user's domain, the second from the note that the answer may name another than the request.
 */
export const registerUser: Endpoint = {
  method: 'POST',
  path: 'users/register',
  async answer(server, { body }) {
    const read = readBody(
      body,
      { objectType: 'string', userID: 'string', activationType: 'string' },
      { ...OPTIONAL, ...ADAPTIVE },
    );
    if (!read.ok) return read.failure;
    const { objectType, userID = '', domain, staticPassword, activationType = '' } = read.fields;
    if (objectType !== 'RegisterUserInputEx' && objectType !== 'AdaptiveRegisterUserInput')
      return invalid('objectType is invalid');
    if (userID === '' || userID.length > 255) return invalid('userID is invalid');
    if (!['onlineMDL', 'offlineMDL', 'fido'].includes(activationType)) return invalid('activationType is invalid');
    if (activationType === 'fido') return cloudFailure(400, 'No authenticator can be activated with fido');
    const existing = server.accounts.find(userID, domain);
    // The answer to a wrong password is not documented; assumed to be an error of the class "user".
    if (existing && staticPassword !== undefined && existing.staticPassword !== staticPassword)
      return cloudFailure(403, 'Invalid static password', { retCode: -1_199 });
    const account = existing ?? addUser(server, userID, domain, staticPassword);
    const riskResponse = objectType === 'AdaptiveRegisterUserInput' ? { riskResponseCode: 0 } : {};
    const registered =
      activationType === 'onlineMDL'
        ? await registerForOnline(server, account)
        : await registerForOffline(server, account);
    if (registered.ok) return cloudReply(200, { ...registered.value, ...riskResponse });
    if (registered.refusal !== 'no-licence') return licenceLimitReached();
    return cloudFailure(409, 'No authenticator is available', { retCode: -1_399 });
  },
};

async function registerForOnline(server: AuthenticationServer, account: Account) {
  const registered = await server.register(account);
  if (!registered.ok) return registered;
  const { registrationIdentifier, activationPassword } = registered.value;
  const serialNumber = server.records.licenceOf(account)?.serialNumber;
  return accept({ registrationID: registrationIdentifier, activationPassword, serialNumber });
}

/** The activation password is activation message 1 then (OneSpan §5.2). */
async function registerForOffline(server: AuthenticationServer, account: Account) {
  const registered = await server.registerOffline(account);
  if (!registered.ok) return registered;
  const { registrationIdentifier, activationMessage1, serialNumber } = registered.value;
  return accept({ registrationID: registrationIdentifier, activationPassword: activationMessage1, serialNumber });
}

function addUser(server: AuthenticationServer, userId: string, domain?: string, staticPassword?: string): Account {
  const password = staticPassword ?? hexFromBytes(systemRandom.bytes(16));
  return server.accounts.add({ userId, staticPassword: password, ...(domain !== undefined && { domain }) });
}

function invalid(error: string) {
  return cloudFailure(400, 'Validation failed', { validationErrors: [error] });
}
