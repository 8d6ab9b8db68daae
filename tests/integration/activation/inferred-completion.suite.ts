import { beforeEach, describe, expect, it } from 'vitest';
import { confirmActivation } from '@/lib/activation/confirm-activation';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** A gateway that does not tell whether a device works. @param current gives the ports, as new before each test */
export function inferredCompletionSuite(current: () => FakeActivation): void {
  let fake: FakeActivation;
  let announced: string[];

  beforeEach(() => {
    fake = current();
    fake.gateway.capabilities = { ...fake.gateway.capabilities, completion: 'inferred' };
    announced = [];
    fake.ports.onActive = async ({ id }) => void announced.push(id);
  });

  /** An activation whose phone asks for a PIN. */
  async function link() {
    const started = await startActivation(fake.ports, JANE, { deviceName: '', startKey: null }, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const { id } = started.value;
    const shown = await revealPayload(fake.ports, signedInAs(JANE), id, 'svg', ORIGIN);
    if (!shown.ok) throw new Error(shown.refusal);
    const phone = new FakePhone(fake.embedded, shown.value.payload);
    for (let step = 0; step < 3; step++) await phone.step();
    const linked = await fake.ports.store.find(id, 'example.org');
    if (linked?.state !== 'linked') throw new Error(`it is ${linked?.state}`);
    return { linked, phone };
  }

  describe('a test login that has passed', () => {
    it('a valid test login completes the activation of its device, once, and is announced', async () => {
      const { linked, phone } = await link();
      await Promise.all([
        confirmActivation(fake.ports, JANE, linked.instanceId),
        confirmActivation(fake.ports, JANE, linked.instanceId),
      ]);
      const { instanceId, id } = linked;
      expect(await fake.ports.store.find(id, 'example.org')).toMatchObject({
        state: 'active',
        instanceId,
        endedAt: fake.ports.clock.now(),
      });
      expect(announced).toEqual([id]);
      await phone.step();
      expect(announced).toEqual([id]);
    });

    it.each([
      ['of another device', JANE, 'VDS0000000-1'],
      ['of somebody else', { ...JANE, userId: 'max.poe' }, null],
      ['of another domain', { ...JANE, domain: 'elsewhere' }, null],
    ])('%s changes nothing', async (_whose, user, other) => {
      const { linked } = await link();
      await confirmActivation(fake.ports, user, other ?? linked.instanceId);
      expect(await fake.ports.store.find(linked.id, linked.domain)).toMatchObject({ state: 'linked' });
    });

    it('a valid test login changes nothing where the gateway reports completion itself', async () => {
      const { linked } = await link();
      fake.gateway.capabilities = { ...fake.gateway.capabilities, completion: 'told' };
      await confirmActivation(fake.ports, JANE, linked.instanceId);
      expect(await fake.ports.store.find(linked.id, linked.domain)).toMatchObject({ state: 'linked' });
    });
  });
}
