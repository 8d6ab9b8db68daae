import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivationType } from '@/lib/activation/activation';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { cancelActivation } from '@/lib/activation/cancel-activation';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import { SECOND } from '@/lib/shared/time/duration';
import { systemRandom, type Random } from '@/lib/shared/random';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** Half of the jitter in every pause; everything else is drawn as ever. */
const HALF_JITTER: Random = { bytes: (count) => (count === 1 ? Uint8Array.of(128) : systemRandom.bytes(count)) };

/** How often a gateway is asked how far a phone has come. @param current gives the ports, as new before each test */
export function watchingPaceSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let seconds: number;
  /** When the gateway was asked, in seconds. */
  let asked: number[];

  let ports: FakeActivation['ports'];

  beforeEach(() => {
    fake = current();
    ports = { ...fake.ports, random: HALF_JITTER };
    fake.gateway.capabilities = { ...fake.gateway.capabilities, pushes: false };
    seconds = 0;
    asked = [];
  });

  async function start(activationType: ActivationType = 'online'): Promise<ActivationId> {
    const input = { deviceName: '', activationType, startKey: null };
    const started = await startActivation(ports, JANE, input, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    return started.value.id;
  }

  async function show(id: ActivationId): Promise<string> {
    const shown = await revealPayload(ports, signedInAs(JANE), id, 'svg', ORIGIN);
    if (!shown.ok) throw new Error(shown.refusal);
    return shown.value.payload;
  }

  /** Lets time pass, in which so many processes look after activations every second. */
  async function passSeconds(count: number, processes = 1): Promise<void> {
    for (const end = seconds + count; seconds < end;) {
      fake.pass(SECOND);
      seconds += 1;
      const before = fake.gateway.observed.length;
      const round = () => watchActivations(ports, fail, new AbortController().signal);
      await Promise.all(Array.from({ length: processes }, round));
      for (let call = before; call < fake.gateway.observed.length; call++) asked.push(seconds);
    }
  }

  const pauses = () => asked.slice(1).map((at, index) => at - (asked[index] ?? 0));

  describe('a gateway that does not tell by itself', () => {
    it('the gateway is polled once a person can have scanned the image, then ever less often, and not after the end', async () => {
      await show(await start());
      await passSeconds(299);
      // A round comes every second, so that a pause of 5.5 seconds is one of six, and one of 2.2 one of three.
      expect(asked[0]).toBe(6);
      expect(Math.min(...pauses())).toBe(3);
      expect(Math.max(...pauses())).toBeGreaterThanOrEqual(13);
      expect(Math.max(...pauses())).toBeLessThanOrEqual(15);
      expect(asked.length).toBeLessThan(45);
      // Whether the phone was just in time.
      await passSeconds(61);
      expect(asked.at(-1)).toBe(300);
    });

    it.each([1, 3])('the gateway is polled once, whatever the number of processes: %i', async (processes) => {
      await show(await start());
      await passSeconds(60, processes);
      expect(new Set(asked).size).toBe(asked.length);
      expect(Math.min(...pauses())).toBeGreaterThanOrEqual(2);
    });

    it('the gateway is hardly polled until the image is viewed, and soon after that', async () => {
      const id = await start();
      await passSeconds(60);
      expect(asked.length).toBeLessThanOrEqual(4);
      asked = [];
      await show(id);
      await passSeconds(6);
      expect(asked).toEqual([66]);
    });

    it('the gateway is polled soon again after a step', async () => {
      const phone = new FakePhone(fake.embedded, await show(await start()));
      await passSeconds(120);
      // Of which nobody is told.
      fake.gateway.isReachable = false;
      await phone.step();
      fake.gateway.isReachable = true;
      // At most 15 s until it is seen, and then as at the beginning.
      await passSeconds(15);
      asked = [];
      await passSeconds(12);
      expect(asked.length).toBeGreaterThanOrEqual(3);
    });

    it('the gateway is polled every half minute in an offline activation, whose user reports the steps', async () => {
      await show(await start('offline'));
      await passSeconds(120);
      expect(asked).toEqual([30, 60, 90, 120]);
    });

    it('the gateway is not polled for a cancelled activation', async () => {
      const id = await start();
      await show(id);
      await cancelActivation(ports, signedInAs(JANE), id, ORIGIN);
      const before = fake.gateway.observed.length;
      await passSeconds(60);
      expect(fake.gateway.observed).toHaveLength(before);
    });
  });

  it('a gateway that tells by itself is asked every half minute', async () => {
    fake.gateway.capabilities = { ...fake.gateway.capabilities, pushes: true };
    await show(await start());
    await passSeconds(120);
    expect(asked).toEqual([30, 60, 90, 120]);
  });
}

function fail(fault: unknown): void {
  throw fault;
}
