import { setTimeout as pause } from 'node:timers/promises';
import { GatewayError } from '../../activation/gateway-error';
import type { OneSpanCloudConfig } from '../../config/sections/onespan-cloud-config';
import type { CloudClient } from '../../gateways/onespan-cloud/cloud-client';
import { pushLogin, readSession, secureChallenge, type LoginStatus } from '../../gateways/onespan-cloud/logins';
import type { UserKey } from '../../shared/identifiers/user-key';
import { SECOND } from '../../shared/time/duration';
import { reasonOf } from './explain-gateway-error';
import { failed, ok, skipped, warning, type Check, type Finding } from './finding';

const POLL_MS = SECOND;

const INPUT_FIX =
  'Set ONESPAN_CLOUD_CHALLENGE_INPUT to what your tenant’s description of generate-secure-challenge demands, and look at whether people have MDL licences.';

/**
 * Whether the tenant answers what phones are asked by (OneSpan §5.5): tried for a person who is not there, so that no phone
 * rings and no account is locked, and for a test person with a real phone.
 * @param people.test made for tests; null to ring no phone
 */
export function cloudLoginChecks(
  client: CloudClient,
  { push, typedResponse }: Pick<OneSpanCloudConfig, 'push' | 'typedResponse'>,
  people: { nobody: UserKey; test: UserKey | null },
): Check[] {
  const { nobody, test } = people;
  const checks: Check[] = [];
  if (push)
    checks.push(
      {
        name: 'login by push',
        needs: 'tenant',
        run: async () => loginFinding((await pushLogin(client, nobody)).status),
      },
      {
        name: 'session',
        needs: 'tenant',
        run: async () => sessionFinding(await readSession(client, crypto.randomUUID())),
      },
      {
        name: 'request to a phone',
        needs: 'login by push',
        run: async () =>
          test
            ? askPhone(client, test, push.timeLimitMs)
            : skipped('it makes a phone ring; --help tells how to try one'),
      },
    );
  if (typedResponse)
    checks.push({
      name: 'image for a device',
      needs: 'tenant',
      run: () => tryChallenge(client, test ?? nobody, typedResponse.input, test !== null),
    });
  return checks;
}

/** What a tenant says to a login of a person who is not there. */
export function loginFinding(status: LoginStatus): Finding {
  switch (status) {
    case 'accepted':
      return failed(
        'it lets in a person who is not there',
        'Look at the policy of the domain: anybody could sign in as anybody.',
      );
    case 'failure':
    case 'refused':
      return ok('the tenant judges the person, and not the call');
    case 'pending':
      return ok('the tenant takes the call for a person who is not there, and says later that it failed');
    case 'timeout':
    case 'unknown':
      return warning(`the tenant answers “${status}” at once`, 'Ask OneSpan what this status of a login means.');
  }
}

/** What a tenant says of a session that there is not. */
export function sessionFinding(status: LoginStatus): Finding {
  if (status === 'accepted')
    return failed('it calls a session accepted that there is not', 'Switch ONESPAN_CLOUD_PUSH off, and ask OneSpan.');
  return ok(`one that there is not is “${status}”`);
}

/** Asks a test person's phone, as the site does, and tells what the session said and when. */
async function askPhone(client: CloudClient, person: UserKey, timeLimitMs: number): Promise<Finding> {
  const began = performance.now();
  const after = () => `after ${((performance.now() - began) / SECOND).toFixed(1)} s`;
  const login = await pushLogin(client, person);
  let { status } = login;
  if (login.requestID === null || status !== 'pending') return answerFinding(status, `at once, ${after()}`);
  while (status === 'pending' && performance.now() - began < timeLimitMs) {
    await pause(POLL_MS);
    status = await readSession(client, login.requestID);
  }
  return answerFinding(status, after());
}

function answerFinding(status: LoginStatus, when: string): Finding {
  if (status === 'accepted') return ok(`approved ${when}`);
  const fix = {
    refused: 'Approve it on the phone to see the other answer.',
    timeout: 'Answer within the domain’s time limit, and set ONESPAN_CLOUD_PUSH_SECONDS to it.',
    pending: 'Set ONESPAN_CLOUD_PUSH_SECONDS to the domain’s time limit: the session was still open at the end of it.',
    failure:
      'The domain needs the Mobile Application Name of your app, and the person an app with push on, MAS 4.18 or the vendor’s library.',
    unknown: 'Ask OneSpan how long a session is kept.',
  } as const;
  return failed(`the tenant says “${status}” ${when}`, fix[status]);
}

/** A tenant may judge the person before it looks at the input. */
async function tryChallenge(
  client: CloudClient,
  person: UserKey,
  input: Readonly<Record<string, string>>,
  isTest: boolean,
): Promise<Finding> {
  try {
    const challenge = await secureChallenge(client, person, input);
    if (challenge) return ok(`a message of ${challenge.requestMessage.length / 2} bytes, with a request’s identifier`);
    if (isTest) return failed('the tenant has no challenge for the test person', INPUT_FIX);
    return ok('the tenant judges the person, and not the call; --help tells how to try one with a device');
  } catch (error) {
    if (!(error instanceof GatewayError) || error.code !== 'malformed-reply') throw error;
    return failed(`the tenant does not answer the call as expected (${reasonOf(error)})`, INPUT_FIX);
  }
}
