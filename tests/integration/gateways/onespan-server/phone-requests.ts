import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { PhoneSettings } from '@/lib/config/sections/onespan-phone-settings';
import type { RelayConfig } from '@/lib/config/sections/relay-config';
import type { Database } from '@/lib/database/database';
import { PrismaVendorChallengeStore } from '@/lib/database/tables/gateways/prisma-vendor-challenge-store';
import type { EndedVendorChallenge } from '@/lib/gateways/phone-requests/vendor-challenge';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { poll } from '@/lib/kit/poll';
import { hexFromBytes } from '@/lib/shared/bytes';
import type { CallerRequestId } from '@/lib/shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '@/lib/shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { openCopiedDatabase } from '../../../support/databases/open-copied-database';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../../support/onespan/vendor-phones';
import { valueOf } from '../../../support/phones/activate-device';

export const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };
export const STEP_UP = { ...ASKING, purpose: 'step-up' } as const;
export const NOT_APPROVED = { ok: false, refusal: 'not-approved' };

const hex = () => hexFromBytes(systemRandom.bytes(32));
export const signInId = () => `phs-${hex()}` as PhoneSignInId;
export const confirmationId = () => `phc-${hex()}` as PhoneConfirmationId;
export const callerId = () => `clr-${hex()}` as CallerRequestId;

/** Two replicas at one authentication server, and what became of the requests. */
export class PhoneRequests {
  readonly clock = { aheadMs: 0, now: (): Date => new Date(Date.now() + this.clock.aheadMs) };
  server!: OneSpanServer;
  database!: Database;
  replicas: OpenedGateway[] = [];
  faults: unknown[] = [];
  failures: GatewayError[] = [];
  ended: EndedVendorChallenge[] = [];

  openReplica(phones: PhoneSettings, relay: RelayConfig | null = null): OpenedGateway {
    const phoneRequests = {
      store: new PrismaVendorChallengeStore(this.database.client),
      changeFeed: this.database.changeFeed,
      onEnd: async (end: EndedVendorChallenge) => void this.ended.push(end),
      onFault: (error: unknown) => void this.faults.push(error),
    };
    return openAdapter(this.server, this.failures, { phones, relay }, phoneRequests);
  }

  phones(replica = this.replicas[0]) {
    if (!replica?.phoneChallenges) throw new Error('no phones can be asked');
    return replica.phoneChallenges;
  }

  other() {
    return this.phones(this.replicas[1]);
  }

  async newPerson(isReachable = true) {
    const person = await activateVendorPhone(this.server, { isReachable });
    const addressee = { userId: person.userId, domain: 'example.org' };
    const receive = async () => valueOf(await person.phone.receive(this.server.state.challenges));
    return { ...person, addressee, receive };
  }

  /** Until so many calls that waited are over, for good. */
  untilAnswered(count = 1): Promise<void> {
    return poll('the server’s answer', async () => {
      const calls = this.server.calls.list().filter(({ name }) => name === 'authUser');
      return calls.filter(({ status, fault: spoiled }) => status !== null || spoiled !== null).length >= count;
    });
  }

  async callsThatWait(): Promise<number> {
    return this.database.client.vendorChallenge.count({ where: { callUntil: { gt: this.clock.now() } } });
  }
}

/** For the tests of a file. @param phones how both replicas ask */
export function usePhoneRequests(phones: PhoneSettings): PhoneRequests {
  const requests = new PhoneRequests();

  beforeAll(async () => {
    requests.server = await startOnespanServer({ clock: requests.clock, servers: 2 });
    requests.database = await openCopiedDatabase();
  });

  afterAll(async () => {
    await requests.server.close();
    await requests.database.close();
  });

  beforeEach(() => {
    [requests.faults, requests.failures, requests.ended] = [[], [], []];
    requests.replicas = [requests.openReplica(phones), requests.openReplica(phones)];
  });

  afterEach(async () => {
    await requests.server.faults.clear();
    requests.server.calls.clear();
    Object.assign(requests.server.state.options, {
      pushReply: 'waits',
      pushRequest: { method: 'KeywordOnly', keyword: 'push' },
      authenticationTimeoutSeconds: 60,
    });
    for (const replica of requests.replicas) await replica.close();
    // A request that is left over would count among those that wait.
    await requests.database.client.vendorChallenge.deleteMany();
  });

  return requests;
}
