import { expect } from 'vitest';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { EmbeddedPhoneChallengeGateway } from '@/lib/gateways/embedded/embedded-phone-challenge-gateway';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forEachDatabase } from '../../support/databases/databases';
import { loginDevice } from '../../support/phones/login-device';
import { GATEWAY_ID } from '../../support/servers/test-gateway';
import { useGateway } from '../../support/servers/use-gateway';
import { phoneChallengeGatewayContract, type ContractPhone } from './phone-challenge-gateway.contract';

let people = 0;

forEachDatabase((_name, open) => {
  const fixture = useGateway(open);

  async function activate(): Promise<ContractPhone> {
    people += 1;
    const owner = { userId: `owner.${people}`, domain: 'example.org' };
    const { gateway, address } = fixture();
    const device = await loginDevice(valueOf(await gateway.register(owner)), address);
    return {
      owner: { ...owner, instanceId: device.instanceId },
      async scan(code) {
        const login = await fetchLoginRequest(valueOf(scanLogin(code, address)), device, systemRandom);
        if (!login.ok) return null;
        return {
          type: async (number) => (await answerLogin(login.value, number)).ok,
          decline: async (reason) => (await declineLogin(login.value, reason, systemRandom)).ok,
        };
      },
      async lock() {
        expect(await gateway.lock(device.instanceId)).toBe(true);
      },
    };
  }

  phoneChallengeGatewayContract(async () => ({
    gateway: new EmbeddedPhoneChallengeGateway(fixture().gateway, GATEWAY_ID, 'https://id.example.org'),
    activate,
    passTime: (milliseconds) => fixture().passTime(milliseconds),
  }));
});
