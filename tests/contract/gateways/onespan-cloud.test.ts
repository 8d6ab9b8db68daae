import { afterAll, beforeAll, describe } from 'vitest';
import type { ImageRenderer } from '@/lib/wire/image/image-renderer';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { FakePhone } from '../../support/doubles/fake-phone';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { openCloudAdapter } from '../../support/onespan/open-onespan-adapter';
import { activationGatewayContract } from './activation-gateway.contract';
import type { GatewayFixture } from './gateway-fixture';
import { authenticatorDirectoryContract } from './authenticator-directory.contract';
import { imageRendererContract } from '../activation/image-renderer.contract';

const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
let opened: OpenedGateway;

beforeAll(async () => {
  server = await startOnespanServer({ clock, clientCertificate: true });
  opened = openCloudAdapter(server);
});

afterAll(() => server.close());

function open(): GatewayFixture {
  return {
    gateway: opened.activation,
    directory: opened.directory,
    // Whoever is registered and not known becomes known.
    addUser: async () => null,
    activationLimit: 3,
    phone(text) {
      const phone = new FakePhone(server.gateway, text);
      return {
        step: () => phone.step(),
        async oneTimePassword() {
          throw new TypeError('the cloud tests none');
        },
      };
    },
    async guess(text) {
      const phone = new FakePhone(server.gateway, text);
      await phone.step();
      for (let count = 0; count < 3; count++) await phone.guess('DSAPPSRPGenerateActivationData');
    },
    now: () => clock.time,
    pass(milliseconds) {
      clock.time = new Date(clock.time.getTime() + milliseconds);
    },
  };
}

describe('OneSpan Cloud Authentication as ActivationGateway', () => {
  activationGatewayContract(
    {
      observes: ['active'],
      registersWith: 'nothing',
      registersInvited: true,
      completion: 'told',
      pushes: false,
      cancels: false,
      registersAgain: 'once',
      hasOwnApp: false,
      tellsOver: false,
      tellsEnds: ['expired', 'unknown'],
    },
    open,
  );
});

describe('OneSpan Cloud Authentication as AuthenticatorDirectory', () => {
  authenticatorDirectoryContract(
    {
      findOwner: 'not-documented',
      rename: 'not-documented',
      lock: 'not-documented',
      unlock: 'not-documented',
      remove: true,
      testOneTimePassword: 'not-documented',
      limits: 'not-documented',
      tellsTimes: false,
      tellsWhy: false,
    },
    open,
  );
});

describe('visualcodes/render as ImageRenderer', () => {
  imageRendererContract(() => opened.cronto as ImageRenderer);
});
