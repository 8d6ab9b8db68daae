import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { ChallengeStore } from '@/lib/gateways/embedded/engine/challenges/challenge-store';
import {
  createEmbeddedGateway,
  type EmbeddedGateway,
  type EmbeddedGatewayOptions,
} from '@/lib/gateways/embedded/engine/embedded-gateway';
import { NO_DESK, type DeviceDesk } from '@/lib/gateways/embedded/engine/device-desk';
import type { GatewaySettings } from '@/lib/gateways/embedded/engine/gateway-settings';
import type { GatewayStore } from '@/lib/gateways/embedded/engine/gateway-store';
import { systemRandom } from '@/lib/shared/random';
import { MemoryChallengeStore } from '@/lib/kit/gateways/state/memory-challenge-store';
import { MemoryGatewayStore } from '@/lib/kit/gateways/state/memory-gateway-store';

export const GATEWAY_ID = '0123456789ABCDEF';
export const FRONT_END_KEY = 'f'.repeat(64);
export const BACK_END_KEY = 'b'.repeat(64);

/** A gateway whose clock is moved by hand. */
export type TestGateway = {
  gateway: EmbeddedGateway;
  store: GatewayStore;
  challenges: ChallengeStore;
  /** Set it to move the gateway's time. */
  clock: { time: Date };
  /** Registrations that the website was told about, in order. */
  progress: string[];
  /** Request keys of challenges whose end the website was told of, in order. */
  endedChallenges: string[];
  /** Faults of the website that the gateway was told about. */
  faults: unknown[];
  /** Set it to answer devices as another website. */
  desk: DeviceDesk;
};

export function createTestGateway(
  settings: Partial<GatewaySettings> = {},
  store: GatewayStore = new MemoryGatewayStore(),
  onProgress: EmbeddedGatewayOptions['onProgress'] = () => Promise.resolve(),
  challenges: ChallengeStore = new MemoryChallengeStore(store),
  onChallengeEnd: EmbeddedGatewayOptions['onChallengeEnd'] = () => Promise.resolve(),
): TestGateway {
  const clock = { time: new Date('2026-05-04T10:00:00Z') };
  const progress: string[] = [];
  const endedChallenges: string[] = [];
  const faults: unknown[] = [];
  const gateway = createEmbeddedGateway({
    store,
    challenges,
    clock: { now: () => clock.time },
    random: systemRandom,
    desk: {
      describe: (device) => test.desk.describe(device),
      freeze: (device, press) => test.desk.freeze(device, press),
      reach: (device, subscription, call) => test.desk.reach(device, subscription, call),
      testNotification: (device) => test.desk.testNotification(device),
      copyChallenge: () => test.desk.copyChallenge(),
      keepCopy: (device, left, call) => test.desk.keepCopy(device, left, call),
      bringBack: (sent) => test.desk.bringBack(sent),
      eraseCopy: (erased, call) => test.desk.eraseCopy(erased, call),
    },
    keyRing: new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]),
    settings,
    frontEndKey: FRONT_END_KEY,
    backEndKey: BACK_END_KEY,
    async onProgress(registrationIdentifier, observation) {
      progress.push(registrationIdentifier);
      await onProgress(registrationIdentifier, observation);
    },
    async onChallengeEnd(ended) {
      endedChallenges.push(ended.requestKey);
      await onChallengeEnd(ended);
    },
    onFault: (error) => void faults.push(error),
  });
  const test: TestGateway = { gateway, store, challenges, clock, progress, endedChallenges, faults, desk: NO_DESK };
  return test;
}
