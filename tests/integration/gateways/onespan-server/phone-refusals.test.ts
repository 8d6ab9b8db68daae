import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { Relay } from '@/lib/gateways/relay/relay';
import { VendorPhone } from '@/lib/kit/phone/vendor-phone';
import { poll } from '@/lib/kit/poll';
import { callService } from '@/lib/phone/call-service';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { MINUTE } from '@/lib/shared/time/duration';
import { BY_PUSH, BY_SCAN } from '../../../support/onespan/open-onespan-adapter';
import { valueOf } from '../../../support/phones/activate-device';
import { ASKING, callerId, confirmationId, signInId, STEP_UP, usePhoneRequests } from './phone-requests';

/** Both ways, and a relay that the phones’ calls pass. */
const requests = usePhoneRequests({ ...BY_PUSH, scan: BY_SCAN.scan });
let relayed: OpenedGateway;
let relay: Relay;
let site: Server;
let noted: Promise<void>[];

beforeEach(async () => {
  const { digipassGatewayUrl: url, caFile } = requests.server;
  const tls = { authority: readFileSync(caFile, 'utf8'), identity: null };
  relayed = requests.openReplica({ ...BY_PUSH, scan: BY_SCAN.scan }, { url, tls });
  requests.replicas.push(relayed);
  noted = [];
  relay = new Relay(
    { url, tls, timeLimitMs: MINUTE },
    {
      onStep: () => {},
      onRefusal: (instanceId) => {
        // In another process than the one whose call waits.
        const seen = requests.replicas[0]?.onPhoneRefusal?.(instanceId);
        if (seen) noted.push(seen);
      },
      onFailure: () => {},
      onCall: () => {},
    },
  );
  site = createServer(
    (incoming, response) => void buffer(incoming).then((body) => relay.answer(incoming, response, '192.0.2.1', body)),
  );
  await once(site.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  site.close();
  site.closeAllConnections();
  relay.close();
  await Promise.all(noted);
});

/** Somebody whose phone calls through the relay. */
async function newPerson() {
  const person = await requests.newPerson();
  const gatewayUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const address = { ...(await fetchGatewayAddress(requests.server.phoneUrl)), gatewayUrl };
  const phone = new VendorPhone(address, person.device);
  const receive = async () => valueOf(await phone.receive(requests.server.state.challenges));
  return { ...person, address, phone, receive };
}

const phones = () => requests.phones(relayed);
const ending = (id: Parameters<ReturnType<typeof phones>['observe']>[0]) =>
  poll('the end', async () => (await phones().observe(id))?.state !== 'waiting').then(() => phones().observe(id));

describe('what the relay sees words the end of a request', () => {
  test('a refusal on the phone is "refused", by push and by image, also of a sign-in and of a caller check', async () => {
    const person = await newPerson();
    const pushed = signInId();
    await phones().send(pushed, ASKING, person.addressee);
    await (await person.receive()).refuse();
    expect(await ending(pushed)).toMatchObject({ state: 'refused', reason: 'cancelled-on-phone', reader: null });

    const shown = confirmationId();
    const image = await phones().openFor?.(shown, STEP_UP, person.addressee);
    await valueOf(await person.phone.read(image?.code ?? '')).refuse();
    expect(await ending(shown)).toMatchObject({ state: 'refused', reason: 'cancelled-on-phone' });

    const called = callerId();
    await phones().challengeCaller(called, { agent: 'Ann Agent', words: 'amber falcon' }, person.addressee);
    await (await person.receive()).refuse();
    expect(await ending(called)).toMatchObject({ state: 'refused', reason: 'cancelled-on-phone' });
    expect(requests.ended.map(({ requestKey }) => requestKey)).toEqual([pushed, shown, called]);
  });

  test('a phone that goes past the relay leaves it at "not confirmed"', async () => {
    const person = await requests.newPerson();
    const id = confirmationId();
    await phones().send(id, STEP_UP, person.addressee);
    await (await person.receive()).refuse();
    expect(await ending(id)).toMatchObject({ state: 'refused', reason: 'not-confirmed' });
  });

  test('threat: a forged refusal — the gateway does not take it, and the person’s own approval counts', async () => {
    const [person, stranger] = [await newPerson(), await newPerson()];
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    for (const serialNumber of [person.device.instanceId, stranger.device.instanceId]) {
      const fields = { serialNumber, challengeKey: '00'.repeat(48) };
      const forged = await callService(stranger.address, 'authentication/push/cancelAuthUser', fields);
      expect(forged.ok).toBe(false);
    }
    await login.approve();
    await poll('the approval', async () => (await phones().observe(id))?.state === 'approved');
    expect(noted).toEqual([]);
  });

  test('threat: the relay’s word of a refusal that never was — ends nothing, and the approval counts', async () => {
    const person = await newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    // As if a gateway took what anybody sends.
    await relayed.onPhoneRefusal?.(person.device.instanceId);
    expect(await phones().observe(id)).toMatchObject({ state: 'waiting' });
    await login.approve();
    await poll('the approval', async () => (await phones().observe(id))?.state === 'approved');
  });

  test('threat: a word from long before — does not word a failure that has another cause', async () => {
    const person = await newPerson();
    const id = confirmationId();
    await phones().send(id, STEP_UP, person.addressee);
    const login = await person.receive();
    await relayed.onPhoneRefusal?.(person.device.instanceId);
    requests.clock.aheadMs += 11_000;
    await login.approveWrongly();
    expect(await ending(id)).toMatchObject({ state: 'refused', reason: 'not-confirmed' });
  });

  test('the relay’s word of an unknown device is passed over', async () => {
    await expect(relayed.onPhoneRefusal?.('VDS9999999-1')).resolves.toBeUndefined();
    await expect(relayed.onPhoneRefusal?.('<script>')).resolves.toBeUndefined();
  });
});
