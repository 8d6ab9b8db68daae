import { GatewayError } from '../../activation/gateway-error';
import type { OneSpanServerConfig } from '../../config/sections/onespan-server-config';
import { askForChallenge, askToAuthenticate, isProved } from '../../gateways/onespan-server/accounts/auth-user';
import { WAITING_MARGIN_MS } from '../../gateways/phone-requests/vendor-phone-challenge-gateway';
import { passwordFor, readChallengeKey } from '../../gateways/onespan-server/accounts/phone-request';
import { describeStatus, isSuccess } from '../../gateways/onespan-server/soap/outcome';
import { SoapClient } from '../../gateways/onespan-server/soap/soap-client';
import { Connection } from '../../gateways/transport/connection';
import { CALL_LIMITS } from '../../gateways/transport/exchange';
import { SECOND } from '../../shared/time/duration';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, skipped, type Check, type Finding } from './finding';
import type { TestPerson } from './registration-check';

/** A server that waits for a phone has not answered by then. */
const ANSWERED_AT_ONCE_MS = 5 * SECOND;

/**
 * Asks a test person's phone by push, as the site does, and tells what the server answered and when: neither the request
 * method's word nor the statuses of a failure are published (OneSpan §4.5).
 */
export function phoneRequestCheck(domain: string, server: OneSpanServerConfig, person: TestPerson | null): Check {
  return {
    name: 'request to a phone',
    needs: null,
    async run() {
      const { phones, componentType } = server;
      if (!phones?.push) return skipped('ONESPAN_PUSH_KEYWORD is not set');
      if (!person) return skipped('it makes a phone ring; --help tells how to try one');
      const limitMs = phones.timeLimitMs + WAITING_MARGIN_MS;
      const password = passwordFor(phones.push, person.password);
      const asked = { userId: person.userId, domain, componentType, password, message: 'Tessera' };
      const { soap, seconds, close } = openWaiting(server, limitMs);
      try {
        const outcome = await askToAuthenticate(soap, asked);
        const device = outcome.fields['CREDFLD_SERIAL_NO'];
        if (isProved(outcome) && device !== undefined) return ok(`${device} approved it after ${seconds()}`);
        return refusedFinding(`${describeStatus('authUser', outcome.status)} after ${seconds()}`, outcome.fields);
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        return failed(
          `no answer after ${seconds()}: ${reasonOf(error)}`,
          `Let every proxy in between wait ${limitMs / SECOND} s, or set ONESPAN_PUSH_SECONDS to the policy’s authentication timeout.`,
        );
      } finally {
        close();
      }
    },
  };
}

/**
 * Makes a challenge for a test person's phone, and tells whether the server then waits for it: neither the authentication
 * type nor the password format that it wants for that is published (OneSpan §4.5). No phone has to scan it.
 */
export function phoneImageCheck(domain: string, server: OneSpanServerConfig, person: TestPerson | null): Check {
  return {
    name: 'image for a phone',
    needs: null,
    async run() {
      const { phones, componentType } = server;
      if (!phones?.scan) return skipped('ONESPAN_SCAN is off');
      if (!person) return skipped('it takes a person with a phone; --help tells how to try one');
      const { scan } = phones;
      const { soap, seconds, close } = openWaiting(server, ANSWERED_AT_ONCE_MS);
      const claimed = { userId: person.userId, domain, componentType };
      try {
        const made = await askForChallenge(soap, { ...claimed, message: 'Tessera' });
        const challengeKey = readChallengeKey(made);
        if (challengeKey === null) return noKeyFinding(made);
        const password = phones.wantsPassword ? person.password : '';
        const waits = await askToAuthenticate(soap, { ...claimed, password, scan: { ...scan, challengeKey } }).catch(
          nullForTimeout,
        );
        const how = `the type “${scan.authenticationType}” and password format ${scan.passwordFormat}`;
        if (!waits) return ok(`a key of ten digits, and with ${how} the server waits for the phone`);
        return failed(
          `with ${how} the server answers after ${seconds()}: ${describeStatus('authUser', waits.status)}`,
          'Set ONESPAN_SCAN_AUTHENTICATION_TYPE and ONESPAN_SCAN_PASSWORD_FORMAT as your server’s reference has them; where the policy checks a static password, ONESPAN_PUSH_REQUEST_METHOD as the policy has it.',
        );
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        return failed(reasonOf(error), 'See what the server’s own log says of getSecureChallenge and authUser.');
      } finally {
        close();
      }
    },
  };
}

function openWaiting({ urls, tls }: OneSpanServerConfig, limitMs: number) {
  const connection = new Connection({ urls, tls, ...CALL_LIMITS }, () => {});
  const soap = new SoapClient({ send: (request, read) => connection.send(request, read, { timeLimitMs: limitMs }) });
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / SECOND).toFixed(1)} s`;
  return { soap, seconds, close: () => connection.close() };
}

function refusedFinding(words: string, fields: Readonly<Record<string, string>>): Finding {
  const message = fields['CREDFLD_STATUS_MESSAGE'];
  return failed(
    message === undefined ? words : `${words}, with the status message “${message.slice(0, 100)}”`,
    'At once: the policy’s request method and keyword have to be those of ONESPAN_PUSH_REQUEST_METHOD and ONESPAN_PUSH_KEYWORD, and the person needs an app with push on. Later: it was declined, or not answered within the policy’s authentication timeout.',
  );
}

function noKeyFinding({ status, fields }: Awaited<ReturnType<typeof askForChallenge>>): Finding {
  if (!isSuccess(status))
    return failed(
      describeStatus('getSecureChallenge', status),
      'The server has to be version 3.27 or later, and the person needs a phone whose application the component’s policy allows.',
    );
  return failed(
    `a key of ${fields['CREDFLD_CHALLENGE_KEY']?.length ?? 0} characters, and not of ten digits`,
    'Leave ONESPAN_SCAN off and tell the makers of Tessera: images for people whom the server does not know would look different.',
  );
}

function nullForTimeout(error: unknown): null {
  if (error instanceof GatewayError && error.code === 'timeout') return null;
  throw error;
}
