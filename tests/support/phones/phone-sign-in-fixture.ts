import { beforeEach } from 'vitest';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { type BrowserSecret, type PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { PhoneSignInPorts } from '@/lib/accounts/account-ports';
import { recordPhoneSignInEnd } from '@/lib/accounts/phone-sign-in/record-phone-sign-in-end';
import { startPhoneSignIn, type StartedPhoneSignIn } from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { answerLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import type { Database } from '@/lib/database/database';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from './activate-device';
import { FakeVouchingDevices } from '../doubles/fake-vouching-devices';
import { fakeAccess, JANE } from '../doubles/fake-access-ports';
import { anotherNumber, loginDevice } from './login-device';
import { GATEWAY_ID } from '../servers/test-gateway';
import { useGateway } from '../servers/use-gateway';

export const NOT_FOUND = { ok: false, refusal: 'login-not-found' };
export const ORIGIN = { correlationId: 'request', address: '203.0.113.9' };
const BROWSER = 'Firefox on Windows';

export function asking(previous: BrowserSecret | null, knownBrowser: KnownBrowserId | null = null) {
  return { previous, browser: BROWSER, knownBrowser };
}

type Access = Awaited<ReturnType<typeof fakeAccess>>;

export function right(number: string): string {
  return number;
}

export const wrong = anotherNumber;

/** A wait that nothing calls off. */
export function never(): AbortSignal {
  return new AbortController().signal;
}

/** A person with a device for every test, and the steps of their sign-ins. */
export function phoneSignInFixture(open: () => Promise<Database>) {
  const current = {} as { access: Access; ports: PhoneSignInPorts; device: LoginDevice; database: Database };
  const fixture = useGateway(async () => (current.database = await open()));

  beforeEach(async () => {
    current.access = await fakeAccess();
    await current.access.users.add({ ...JANE, ...fixture().owner });
    const gateway = new EmbeddedPhoneChallengeGateway(fixture().gateway, GATEWAY_ID, 'https://id.example.org/path');
    current.ports = {
      ...current.access,
      gateway,
      devices: new FakeVouchingDevices(),
    };
    current.device = await loginDevice(await fixture().register(), fixture().address);
  });

  const start = async () => valueOf(await startPhoneSignIn(current.ports, asking(null), ORIGIN));
  const read = async ({ code }: StartedPhoneSignIn) =>
    valueOf(await fetchLoginRequest(valueOf(scanLogin(code, fixture().address)), current.device, systemRandom));
  const finish = (secret: StartedPhoneSignIn['secret'] | null) => finishPhoneSignIn(current.ports, secret, ORIGIN);
  /** As the gateway does by itself in the product. */
  async function recordEnds() {
    for (const id of fixture().test.endedChallenges.splice(0))
      await recordPhoneSignInEnd(current.ports, id as PhoneSignInId);
  }
  const refusals = async () =>
    (await current.access.audit.read(0, 1_000)).flatMap(({ event }) =>
      event.type === 'phone-sign-in-refused' ? [event] : [],
    );

  /** A whole sign-in in which the person types this. */
  async function answered(choose: (right: string) => string) {
    // Past the pause that a wrong number before has brought.
    fixture().passTime(5 * MINUTE);
    const started = await start();
    const login = await read(started);
    await answerLogin(login, choose(started.number));
    await recordEnds();
    return started;
  }

  return { fixture, current, start, read, finish, recordEnds, refusals, answered };
}
