import { beforeEach } from 'vitest';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import type { LoginDevice, LoginRequest } from '@/lib/phone/login/login-steps';
import { sealLoginReading } from '@/lib/wire/crypto/messages/login-reading-message';
import { signLogin } from '@/lib/wire/crypto/messages/login-signature';
import type { OpenedChallenge } from '@/lib/gateways/embedded/engine/challenges/open-challenge';
import { hexFromBytes } from '@/lib/shared/bytes';
import { formatLoginCode } from '@/lib/shared/codes/login-code';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from './activate-device';
import { loginDevice } from './login-device';
import { GATEWAY_ID } from '../servers/test-gateway';
import type { GatewayFixture } from '../servers/use-gateway';

/** A device whose person may sign in, and a challenge that waits for it. */
type Current = { device: LoginDevice; opened: OpenedChallenge; requestKey: string };

let requests = 0;

/** A device and a challenge for every test, and what phones send about them. */
export function loginFixture(fixture: () => GatewayFixture) {
  const current = {} as Current;

  beforeEach(async () => {
    current.device = await loginDevice(await fixture().register(), fixture().address);
    current.opened = await openChallenge();
  });

  /** Of another person. */
  async function otherDevice(): Promise<LoginDevice> {
    const owner = { userId: `${current.device.userId}.other`, domain: 'example.org' };
    return loginDevice(valueOf(await fixture().gateway.register(owner)), fixture().address);
  }

  async function openChallenge(): Promise<OpenedChallenge> {
    requests += 1;
    current.requestKey = `request ${requests}`;
    const asking = { address: '203.0.113.9', browser: 'Firefox; on\nWindows', addressee: null };
    const purpose = 'sign-in';
    return fixture().gateway.openChallenge({
      requestKey: current.requestKey,
      purpose,
      origin: 'https://id.example.org',
      ...asking,
    });
  }

  const post = (service: string, fields: object) => fixture().post(service, JSON.stringify(fields));
  const observe = () => fixture().gateway.observeChallenge(current.requestKey);
  const scanned = (code = current.opened) =>
    valueOf(scanLogin(formatLoginCode({ challengeKey: code.challengeKey, gatewayId: GATEWAY_ID }), fixture().address));
  const read = async (by = current.device): Promise<LoginRequest> =>
    valueOf(await fetchLoginRequest(scanned(), by, systemRandom));
  const asked = async (by = current.device, challengeKey = current.opened.challengeKey) => ({
    serialNumber: by.instanceId,
    challengeKey: hexFromBytes(
      await sealLoginReading(by.instanceKey, by.instanceId, challengeKey, systemRandom.bytes(12)),
    ),
  });
  const sign = (key = current.device.instanceKey, number = current.opened.number) =>
    signLogin(key, {
      ...current.device,
      challengeKey: current.opened.challengeKey,
      origin: 'https://id.example.org',
      number,
    });
  const answer = async (changes: object = {}) => ({
    userID: current.device.userId,
    domain: current.device.domain,
    challengeKey: current.opened.challengeKey,
    signature: await sign(),
    ...changes,
  });

  return { current, otherDevice, openChallenge, post, observe, scanned, read, asked, sign, answer };
}
