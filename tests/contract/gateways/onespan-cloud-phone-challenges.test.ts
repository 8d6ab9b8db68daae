import { afterAll, beforeAll } from 'vitest';
import type { PhoneChallengeGateway } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { PrismaVendorChallengeStore } from '@/lib/database/tables/gateways/prisma-vendor-challenge-store';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { poll } from '@/lib/kit/poll';
import { MINUTE } from '@/lib/shared/time/duration';
import { forEachDatabase } from '../../support/databases/databases';
import { openCloudAdapter } from '../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { sentPhoneChallengeContract } from './sent-phone-challenge.contract';

const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };

forEachDatabase((_name, openDatabase) => {
  let server: OneSpanServer;
  let opened: OpenedGateway;

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
    const push = { timeLimitMs: MINUTE, maximumCalls: 50 };
    opened = openCloudAdapter(server, [], { push }, phoneRequests);
  });

  afterAll(async () => {
    await opened.close();
    await server.close();
  });

  function gateway(): PhoneChallengeGateway {
    if (!opened.phoneChallenges) throw new Error('no phones can be asked');
    return opened.phoneChallenges;
  }

  sentPhoneChallengeContract(async () => ({
    gateway: gateway(),
    async activate() {
      const { userId, phone, device } = await activateVendorPhone(server);
      const owner = { userId, domain: 'example.org', instanceId: device.instanceId };
      return {
        owner,
        receive: async () => valueOf(await phone.receive(server.state.challenges)),
        async remove() {
          const removed = await opened.directory.remove(device.instanceId);
          if (!removed.ok) throw new Error(removed.refusal);
        },
      };
    },
    passTime: (milliseconds) => void (clock.aheadMs += milliseconds),
    untilApproved: (id) => poll('the approval', async () => (await gateway().observe(id))?.state === 'approved'),
  }));
});
