import { cloudLoginsOf } from '../state/cloud-logins';
import { splitLogin } from './check-status';
import { cloudFailure, cloudReply } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

/** `GET sessions/{requestID}` (OneSpan §5.1), also for a request that there is not. */
export const session: Endpoint = {
  method: 'GET',
  path: 'sessions/{requestID}',
  answer: async (server, _request, requestID = '') =>
    cloudReply(200, { requestID, sessionStatus: cloudLoginsOf(server).statusOf(requestID) }),
};

/**
 * `POST users/{user}@{domain}/generate-secure-challenge` (OneSpan §5.5). What it takes is not published: an option says what this
 * one demands.
 */
export const secureChallenge: Endpoint = {
  method: 'POST',
  path: 'users/{user}/generate-secure-challenge',
  async answer(server, { body }, name = '') {
    const demanded = server.options.secureChallengeInput;
    const read = readBody(body, Object.fromEntries(Object.keys(demanded).map((field) => [field, 'string'] as const)));
    if (!read.ok) return read.failure;
    if (Object.entries(demanded).some(([field, value]) => read.fields[field] !== value))
      return cloudFailure(400, 'Validation failed', { validationErrors: ['objectType is invalid'] });
    const account = name.includes('@') ? server.accounts.find(...splitLogin(name)) : null;
    if (!account) return cloudFailure(404, 'User not found', { retCode: -1_199 });
    if (account.isDisabled) return cloudFailure(409, 'User is disabled', { retCode: -1_199 });
    if (account.isLocked) return cloudFailure(409, 'User is locked', { retCode: -1_199 });
    const opened = await cloudLoginsOf(server).challenge(account);
    return opened
      ? cloudReply(200, opened)
      : cloudFailure(409, 'The user has no digipass with a secure channel application', { retCode: -1_399 });
  },
};
