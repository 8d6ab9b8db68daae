import type { Account } from '../state/accounts';
import { authenticate } from '../state/authenticate';
import type { AuthenticationServer } from '../state/authentication-server';
import type { Reply } from '../../faults/reply';
import { cloudLoginsOf } from '../state/cloud-logins';
import { splitLogin } from './check-status';
import { cloudFailure, cloudReply } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

const OPTIONAL = {
  credentials: 'object',
  requestID: 'string',
  orchestrationDelivery: 'array',
  timeout: 'number',
  clientIP: 'string',
  applicationRef: 'string',
  sessionID: 'string',
  relationshipRef: 'string',
  cddc: 'object',
} as const;

const DELIVERIES = ['pushNotification', 'requestMessage'] as const;

/**
 * `POST users/{user}@{domain}/login` (OneSpan §5.5): what a device shows, or the phone. How an unknown user is refused is not
 * published, so that it is refused like a wrong password is ours. Only a `timeout` of 0 is taken, as the public client sends it.
 */
export const login: Endpoint = {
  method: 'POST',
  path: 'users/{user}/login',
  async answer(server, { body }, name = '') {
    const read = readBody(body, { objectType: 'string' }, OPTIONAL);
    if (!read.ok) return read.failure;
    const { fields, json } = read;
    if (!['LoginInput', 'AdaptiveLoginInput'].includes(fields['objectType'] ?? ''))
      return invalid('objectType is invalid');
    if ((json['timeout'] ?? 0) !== 0) return invalid('timeout is invalid');
    const deliveries = (json['orchestrationDelivery'] ?? []) as unknown[];
    if (deliveries.some((one) => !DELIVERIES.includes(one as never)))
      return invalid('orchestrationDelivery is invalid');
    const account = name.includes('@') ? server.accounts.find(...splitLogin(name)) : null;
    if (!account) return conflict('Authentication failed');
    if (account.isDisabled) return conflict('User is disabled');
    if (account.isLocked) return conflict('User is locked');
    const response = responseOf(json);
    if (response !== null) return answerOf(server, account, response, fields['requestID']);
    if (deliveries.length === 0) return invalid('credentials must not be null');
    return askPhones(server, account, deliveries.includes('pushNotification') ? 'push' : 'scan');
  },
};

async function askPhones(server: AuthenticationServer, account: Account, way: 'push' | 'scan'): Promise<Reply> {
  const asked = await cloudLoginsOf(server).ask(account, way);
  if (asked) {
    const { requestID, requestMessage } = asked;
    return reply({ requestID, sessionStatus: 'pending', ...(requestMessage !== null && { requestMessage }) });
  }
  if (way === 'push' && server.options.undeliverablePush === 'shows-later')
    return reply({ requestID: cloudLoginsOf(server).failLater(account), sessionStatus: 'pending' });
  return conflict('The user has no digipass that has both a PNID and a secure channel application');
}

async function answerOf(
  server: AuthenticationServer,
  account: Account,
  response: string,
  requestID: string | undefined,
): Promise<Reply> {
  const failed = () =>
    server.options.failedLogin === 'conflict'
      ? conflict('Authentication failed')
      : reply({ ...(requestID !== undefined && { requestID }), sessionStatus: 'failed' });
  if (requestID === undefined) {
    const verdict = await authenticate(server, account, response);
    return verdict.ok && verdict.statusMessage === null ? reply({ sessionStatus: 'accepted' }) : failed();
  }
  switch (await cloudLoginsOf(server).answer(account, requestID, response)) {
    case 'accepted':
      return reply({ requestID, sessionStatus: 'accepted' });
    case 'failed':
      return failed();
    case 'no-request':
      return conflict('Request ID is invalid');
  }
}

function responseOf({ credentials }: Record<string, unknown>): string | null {
  const { authenticator } = (credentials ?? {}) as { authenticator?: { OTP?: unknown } };
  return typeof authenticator?.OTP === 'string' ? authenticator.OTP : null;
}

function reply(body: object): Reply {
  return cloudReply(200, { riskResponseCode: -1, ...body });
}

function conflict(message: string): Reply {
  return cloudFailure(409, message, { retCode: -1_699 });
}

function invalid(message: string): Reply {
  return cloudFailure(400, 'Validation failed', { validationErrors: [message] });
}
