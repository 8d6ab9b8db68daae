import { afterAll, beforeAll, describe } from 'vitest';
import type { PhoneChallengeGateway } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { PrismaVendorChallengeStore } from '@/lib/database/tables/gateways/prisma-vendor-challenge-store';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { poll } from '@/lib/kit/poll';
import { forEachDatabase } from '../../support/databases/databases';
import { BY_PUSH, BY_SCAN, openAdapter } from '../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { sentPhoneChallengeContract } from './sent-phone-challenge.contract';

const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };

forEachDatabase((_name, openDatabase) => {
  let server: OneSpanServer;
  let pushing: OpenedGateway;
  let scanning: OpenedGateway;
  /** Of the newest image. */
  let shown = '';

  beforeAll(async () => {
    server = await startOnespanServer({ clock });
    const database = await openDatabase();
    const phoneRequests = {
      store: new PrismaVendorChallengeStore(database.client),
      changeFeed: database.changeFeed,
      onEnd: async () => {},
      onFault: (error: unknown) => {
        throw error;
      },
    };
    pushing = openAdapter(server, [], { phones: BY_PUSH }, phoneRequests);
    scanning = openAdapter(server, [], { phones: BY_SCAN }, phoneRequests);
  });

  afterAll(async () => {
    await pushing.close();
    await scanning.close();
    await server.close();
  });

  /** A gateway that "sends" by showing an image, which the phone reads. */
  function byImage(): PhoneChallengeGateway {
    const gateway = gatewayOf(scanning);
    return {
      capabilities: gateway.capabilities,
      open: null,
      openFor: null,
      typedResponses: null,
      async send(id, asking, person) {
        const opened = await gateway.openFor?.(id, asking, person);
        if (!opened) throw new Error('no image is made');
        shown = opened.code;
        return opened;
      },
      async challengeCaller(id, asking, caller) {
        const asked = await gateway.challengeCaller(id, asking, caller);
        shown = asked.image?.code ?? '';
        return asked;
      },
      observe: (id) => gateway.observe(id),
      cancel: (id) => gateway.cancel(id),
      redeem: (id) => gateway.redeem(id),
    };
  }

  describe.each(['push', 'scan'] as const)('by %s', (way) => {
    const gateway = () => (way === 'push' ? gatewayOf(pushing) : byImage());
    sentPhoneChallengeContract(async () => ({
      gateway: gateway(),
      async activate() {
        const { userId, phone, device } = await activateVendorPhone(server);
        const owner = { userId, domain: 'example.org', instanceId: device.instanceId };
        return {
          owner,
          receive: async () =>
            valueOf(way === 'push' ? await phone.receive(server.state.challenges) : await phone.read(shown)),
          async remove() {
            const removed = await pushing.directory.remove(device.instanceId);
            if (!removed.ok) throw new Error(removed.refusal);
          },
        };
      },
      passTime: (milliseconds) => void (clock.aheadMs += milliseconds),
      untilApproved: (id) => poll('the approval', async () => (await gateway().observe(id))?.state === 'approved'),
    }));
  });
});

function gatewayOf({ phoneChallenges }: OpenedGateway): PhoneChallengeGateway {
  if (!phoneChallenges) throw new Error('no phones can be asked');
  return phoneChallenges;
}
