import { expect } from 'vitest';
import { enterDeviceCode } from '@/lib/activation/offline/enter-device-code';
import { enterSignature } from '@/lib/activation/offline/enter-signature';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import { revealPayload } from '@/lib/activation/image/reveal-payload';
import { startActivation } from '@/lib/activation/start/start-activation';
import { watchActivations } from '@/lib/activation/following/watch-activations';
import { MINUTE } from '@/lib/shared/time/duration';
import { valueOf } from '../../support/phones/activate-device';
import { ORIGIN, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { FakeOfflinePhone } from '../../support/doubles/fake-offline-phone';
import { signedInAs } from '../../support/doubles/principal';

const JANE = { userId: 'jane.doe', domain: 'example.org' };

/** What somebody does with a phone that has no network, step by step. @param fake gives the ports at the time */
export function offlineStory(fake: () => FakeActivation) {
  const input = { deviceName: 'Travel phone', activationType: 'offline', startKey: null } as const;
  const start = async (user = JANE) => valueOf(await startActivation(fake().ports, user, input, ORIGIN));
  const find = (id: ActivationId) => fake().ports.store.find(id, 'example.org');
  const reveal = (id: ActivationId) => revealPayload(fake().ports, signedInAs(JANE), id, 'svg', ORIGIN);
  const look = async (id: ActivationId) => valueOf(await reveal(id)).payload;
  const enterCode = (id: ActivationId, code: string, user = JANE) =>
    enterDeviceCode(fake().ports, signedInAs(user), id, code, ORIGIN);
  const sign = (id: ActivationId, signature: string, user = JANE) =>
    enterSignature(fake().ports, signedInAs(user), id, signature, ORIGIN);

  /** Up to the first image. */
  async function scan() {
    const { id } = await start();
    return { id, phone: await FakeOfflinePhone.scan(await look(id)) };
  }

  /** Up to the second one. */
  async function link() {
    const { id, phone } = await scan();
    valueOf(await enterCode(id, phone.deviceCode));
    return { id, phone, signature: await phone.scanSecond(await look(id)) };
  }

  async function watch(): Promise<void> {
    fake().pass(MINUTE);
    const faults: unknown[] = [];
    await watchActivations(fake().ports, (error) => void faults.push(error), new AbortController().signal);
    expect(faults).toEqual([]);
  }

  async function recorded(id: ActivationId): Promise<string[]> {
    const records = await fake().ports.audit.listFor(JANE, 100);
    const own = records.filter(({ event }) => 'activationId' in event && event.activationId === id);
    return own.map(({ event }) => event.type).toReversed();
  }

  const listInstances = async () =>
    (await fake().directory.list(JANE)).map(({ instanceId, name }) => ({ instanceId, name }));

  return { start, find, reveal, look, enterCode, sign, scan, link, watch, recorded, listInstances };
}
