import { GatewayError } from '../activation/gateway-error';
import type { OneSpanServerConfig } from '../config/sections/onespan-server-config';
import { askToAuthenticate, isProved } from '../gateways/onespan-server/accounts/auth-user';
import { WAITING_MARGIN_MS } from '../gateways/onespan-server/accounts/onespan-server-phone-challenge-gateway';
import { describeStatus } from '../gateways/onespan-server/soap/outcome';
import { SoapClient } from '../gateways/onespan-server/soap/soap-client';
import { Connection } from '../gateways/transport/connection';
import { CALL_LIMITS } from '../gateways/transport/exchange';
import { SECOND } from '../shared/time/duration';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, skipped, type Check, type Finding } from './finding';
import type { TestPerson } from './registration-check';

/**
 * Asks a test person's phone by push, as the site does, and tells what the server answered and when: neither the request
 * method's word nor the statuses of a failure are published (OneSpan §4.5).
 */
export function phoneRequestCheck(domain: string, server: OneSpanServerConfig, person: TestPerson | null): Check {
  return {
    name: 'request to a phone',
    needs: null,
    async run() {
      const { push, urls, tls, componentType } = server;
      if (!push) return skipped('ONESPAN_PUSH_KEYWORD is not set');
      if (!person) return skipped('it makes a phone ring; --help tells how to try one');
      const connection = new Connection({ urls, tls, ...CALL_LIMITS }, () => {});
      const limitMs = push.timeLimitMs + WAITING_MARGIN_MS;
      const soap = new SoapClient({ send: (request, read) => connection.sendOnce(request, read, limitMs) });
      const began = performance.now();
      const seconds = () => `${((performance.now() - began) / SECOND).toFixed(1)} s`;
      const asked = { userId: person.userId, domain, componentType, password: push.keyword, message: 'Tessera' };
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
        connection.close();
      }
    },
  };
}

function refusedFinding(words: string, fields: Readonly<Record<string, string>>): Finding {
  const message = fields['CREDFLD_STATUS_MESSAGE'];
  return failed(
    message === undefined ? words : `${words}, with the status message “${message.slice(0, 100)}”`,
    'At once: the policy’s request method has to be KeywordOnly with this keyword, and the person needs an app with push on. Later: it was declined, or not answered within the policy’s authentication timeout.',
  );
}
