import { once } from 'node:events';
import type { RegistrationObservation } from '../../../gateways/embedded/engine/registration/observe-registration';
import { SECOND } from '../../../shared/time/duration';
import type { AuthenticationServer } from '../state/authentication-server';
import { cloudFailure, cloudReply } from './cloud-failure';
import type { Endpoint } from './endpoint';
import { readBody } from './read-body';

/** Longest wait that is granted; the limit is not documented. */
const MAXIMUM_SECONDS = 60;

/**
 * `POST registrations/check-status` (OneSpan §5.2): what became of a user's last registration, at once or, when it is
 * pending, after `timeoutSeconds` at the latest. An unknown user is `unknown`.
 */
export const checkStatus: Endpoint = {
  method: 'POST',
  path: 'registrations/check-status',
  async answer(server, { body }) {
    const read = readBody(body, { login: 'string', timeoutSeconds: 'string' });
    if (!read.ok) return read.failure;
    const { login = '', timeoutSeconds = '' } = read.fields;
    if (!/^\d{1,3}$/.test(timeoutSeconds)) return cloudFailure(400, 'timeoutSeconds is invalid');
    const deadline = AbortSignal.timeout(Math.min(Number(timeoutSeconds), MAXIMUM_SECONDS) * SECOND);
    for (;;) {
      const activationStatus = await statusOf(server, login);
      if (activationStatus !== 'pending' || Number(timeoutSeconds) === 0 || deadline.aborted)
        return cloudReply(200, { activationStatus });
      await once(server.progress, 'change', { signal: deadline }).catch(() => {});
    }
  },
};

/** @param login a user, or `user@domain` */
async function statusOf(server: AuthenticationServer, login: string) {
  const account = server.accounts.find(login) ?? server.accounts.find(...splitLogin(login));
  const observation = account && (await server.observeLast(account));
  return observation ? STATUSES[observation.state] : 'unknown';
}

/** The last `@` stands before the domain, because user names may be mail addresses. */
export function splitLogin(login: string): [userId: string, domain: string] {
  const at = login.lastIndexOf('@');
  return at < 0 ? [login, ''] : [login.slice(0, at), login.slice(at + 1)];
}

/** The four statuses of the cloud. Reporting failed or superseded activations as `timeout` is an inference. */
const STATUSES = {
  registered: 'pending',
  keyed: 'pending',
  'data-sent': 'pending',
  'device-added': 'pending',
  activated: 'activated',
  expired: 'timeout',
  cancelled: 'timeout',
  failed: 'timeout',
  superseded: 'timeout',
} as const satisfies Record<RegistrationObservation['state'], string>;
