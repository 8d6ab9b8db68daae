import { beforeAll, describe } from 'vitest';
import { STEPS } from '@/lib/activation/activation';
import { EVERYTHING } from '@/lib/devices/authenticator-directory';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { databaseStores, fakeActivation, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { forEachDatabase } from '../../support/databases/databases';
import { FakePhone } from '../../support/doubles/fake-phone';
import { activationGatewayContract } from './activation-gateway.contract';
import type { GatewayFixture, GatewayTraits } from './gateway-fixture';
import { authenticatorDirectoryContract } from './authenticator-directory.contract';

const TRAITS: GatewayTraits = {
  observes: STEPS,
  registersWith: 'nothing',
  registersInvited: true,
  completion: 'told',
  pushes: true,
  cancels: true,
  registersAgain: 'freely',
  hasOwnApp: true,
  tellsOver: true,
  tellsEnds: ['expired', 'cancelled', 'failed', 'superseded', 'unknown'],
};

forEachDatabase((_name, open) => {
  let fake: FakeActivation;

  beforeAll(async () => {
    fake = fakeActivation(databaseStores(await open()));
  });

  function fixture(): GatewayFixture {
    const { ports, gateway, directory, embedded, pass } = fake;
    return {
      gateway,
      directory,
      // It makes a licence for whoever it is asked for.
      addUser: async () => null,
      activationLimit: 3,
      phone(text) {
        const phone = new FakePhone(embedded, text);
        return {
          step: () => phone.step(),
          oneTimePassword: (at) => computeOneTimePassword(phone.instanceKey, timeStepAt(at)),
        };
      },
      async guess(text) {
        const phone = new FakePhone(embedded, text);
        await phone.step();
        for (let count = 0; count < 3; count++) await phone.guess('DSAPPSRPGenerateActivationData');
      },
      now: () => ports.clock.now(),
      pass,
    };
  }

  describe('as ActivationGateway', () => {
    activationGatewayContract(TRAITS, fixture);
  });

  describe('as AuthenticatorDirectory', () => {
    authenticatorDirectoryContract({ ...EVERYTHING, tellsTimes: true, tellsWhy: true }, fixture);
  });
});
