import type { Check, CheckGroup } from '../check';
import { describe, isAccepted, resultCodesOf, resultOf, type Answer } from '../endpoint';
import { expectAccepted, expectRefused, expectStatus, expectThat } from '../expectations';
import { SERVICES } from '../handshake';

const TIME = 'provisioning/getServerTime';
/** Unknown, but well formed. */
const UNKNOWN = { registrationIdentifier: 'zzzzzzzz', clientEphemeralPublicKey: '05'.repeat(256) };
/** RFC 6238 §5.2 recommends 30 s steps and one step of delay. */
const CLOCK_TOLERANCE_SECONDS = 30;

const checks: Check[] = [
  {
    id: 'keys.front-end',
    title: 'The front-end key opens the services of the phone',
    clause: 'OneSpan §3.1',
    async run({ endpoint }) {
      expectAccepted(await endpoint.call(TIME, {}), 'getServerTime');
    },
  },
  {
    id: 'keys.wrong',
    title: 'A wrong key is answered with status 401, whatever the service',
    clause: 'OneSpan §3.1',
    async run({ endpoint }) {
      const wrong = [
        endpoint.authorization('0'.repeat(64)),
        endpoint.authorization(''),
        endpoint.authorization('', '0'.repeat(64)),
        'Bearer 0',
        null,
      ];
      for (const service of [TIME, ...SERVICES])
        for (const authorization of wrong)
          expectStatus(
            await endpoint.call(service, UNKNOWN, { authorization }),
            [401],
            `${service} with ${authorization === null ? 'no key' : 'a wrong key'}`,
          );
    },
  },
  {
    id: 'envelope.no-body',
    title: 'The server’s time is told without a body, in whole seconds',
    clause: 'OneSpan §3.1, §3.2',
    async run({ endpoint }) {
      const answer = await endpoint.call(TIME, '');
      expectAccepted(answer, 'getServerTime without a body');
      expectThat(Number.isInteger(resultOf(answer)['serverTime']), 'serverTime in whole seconds', 'something else');
    },
  },
  {
    id: 'envelope.clock',
    title: `The endpoint’s clock is at most ${CLOCK_TOLERANCE_SECONDS} s off`,
    clause: 'RFC 6238 §5.2',
    async run({ endpoint }) {
      const answer = await endpoint.call(TIME, {});
      expectAccepted(answer, 'getServerTime');
      const offset = Math.round(Number(resultOf(answer)['serverTime']) - Date.now() / 1_000);
      expectThat(
        Math.abs(offset) <= CLOCK_TOLERANCE_SECONDS,
        `a time within ${CLOCK_TOLERANCE_SECONDS} s of this machine’s`,
        Number.isNaN(offset) ? 'no number' : `one ${offset} s off`,
      );
    },
  },
  {
    id: 'envelope.success',
    title: 'An answer is a JSON envelope with return and status codes, as names and as numbers',
    clause: 'OneSpan §3.1',
    async run({ endpoint }) {
      expectEnvelope(await endpoint.call(TIME, {}), 'getServerTime');
    },
  },
  {
    id: 'envelope.refusal',
    title: 'A refusal is an envelope too: a return code other than 0, and no result',
    clause: 'OneSpan §3.1',
    async run({ endpoint, profile }) {
      const answer = await endpoint.call('provisioning/DSAPPSRPGenerateEphemeralKey', UNKNOWN);
      expectRefused(answer, 'an unknown registration');
      expectEnvelope(answer, 'a refusal');
      // The vendor's HTTP status for it is open.
      if (profile === 'embedded') expectStatus(answer, [200], 'an unknown registration');
    },
  },
  {
    id: 'envelope.names',
    title: 'Names of services and parameters are case-sensitive',
    clause: 'OneSpan §3.1',
    async run({ endpoint }) {
      expectRefused(await endpoint.call('provisioning/getservertime', {}), 'the service getservertime');
      expectRefused(await endpoint.call('Provisioning/getServerTime', {}), 'the functionality Provisioning');
    },
  },
  {
    id: 'envelope.methods',
    title: 'Services take POST alone',
    clause: 'OneSpan §3.1',
    async run({ endpoint }) {
      for (const method of ['GET', 'PUT', 'DELETE'])
        expectRefused(await endpoint.call(TIME, '', { method }), `getServerTime by ${method}`);
    },
  },
  {
    id: 'envelope.unknown-service',
    title: 'A service that there is not is refused',
    clause: 'OneSpan §3.1',
    async run({ endpoint }) {
      for (const service of ['provisioning/MdlDeactivate', 'provisioning/', 'elsewhere', 'provisioning%2F..%2Fetc'])
        expectRefused(await endpoint.call(service, {}), `the service ${service}`);
    },
  },
];

export const KEY_CHECKS: CheckGroup = { name: 'Keys and envelopes', checks };

function expectEnvelope(answer: Answer, what: string): void {
  expectThat(/^application\/json\b/i.test(answer.contentType), `JSON for ${what}`, answer.contentType || 'no type');
  const codes = resultCodesOf(answer);
  expectThat(
    typeof codes?.['returnCodeEnum'] === 'string' &&
      typeof codes['statusCodeEnum'] === 'string' &&
      Number.isInteger(codes['returnCode']) &&
      Number.isInteger(codes['statusCode']),
    `resultCodes with two names and two whole numbers for ${what}`,
    isAccepted(answer) ? 'success without them' : describe(answer),
  );
}
