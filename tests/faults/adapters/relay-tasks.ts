import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { endedWords } from '@/components/site/phone-sign-in/ended-words';
import type { RelayConfig } from '@/lib/config/sections/relay-config';
import { Relay } from '@/lib/gateways/relay/relay';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { VendorPhone } from '@/lib/kit/phone/vendor-phone';
import { poll } from '@/lib/kit/poll';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { SECOND } from '@/lib/shared/time/duration';
import { BY_PUSH } from '../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { required, type AdapterTask } from './adapter-task';
import { ASKING, signInId } from './phone-tasks';

/** How long the phone may answer, also by the server: the shortest that a slow answer fits in. */
const TIME_LIMIT_MS = 8 * SECOND;

/** What a page says to whoever has refused. */
const REFUSED = endedWords('cancelled-on-phone', 'message', TIME_LIMIT_MS).title;

function relayConfig({ digipassGatewayUrl: url, caFile }: OneSpanServer): RelayConfig {
  return { url, tls: { authority: readFileSync(caFile, 'utf8'), identity: null } };
}

/** A relay at an address of its own, as the site has it. @param onRefusal told whose phone was seen to refuse */
async function openRelay(oneSpan: OneSpanServer, onRefusal: (instanceId: string) => void) {
  const relay = new Relay(
    { ...relayConfig(oneSpan), timeLimitMs: CALL_LIMITS.timeLimitMs },
    { onStep: () => {}, onRefusal, onFailure: () => {}, onCall: () => {} },
  );
  const server = createServer(
    (incoming, response) => void buffer(incoming).then((body) => relay.answer(incoming, response, '192.0.2.1', body)),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    gatewayUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      relay.close();
    },
  };
}

/** @returns whether the gateway took it */
async function refuse(login: { refuse: () => Promise<boolean> }): Promise<boolean> {
  try {
    return await login.refuse();
  } catch (error) {
    if (error instanceof GatewayFailure) return false;
    throw error;
  }
}

/** What passes the relay in front of DIGIPASS Gateway. */
export const RELAY_TASKS: readonly AdapterTask[] = [
  {
    name: 'Refuse a sign-in on the phone, through the relay',
    calls: { 'onespan-server': ['authentication/push/cancelAuthUser'] },
    options: { authenticationTimeoutSeconds: TIME_LIMIT_MS / SECOND },
    settings: (oneSpan) => ({ phones: { ...BY_PUSH, timeLimitMs: TIME_LIMIT_MS }, relay: relayConfig(oneSpan) }),
    urlOf: ({ oneSpan }) => oneSpan.digipassGatewayUrl,
    async begin({ oneSpan }, gateway) {
      const phones = required(gateway.phoneChallenges);
      const noted: Promise<void>[] = [];
      const relay = await openRelay(oneSpan, (instanceId) => {
        noted.push(required(gateway.onPhoneRefusal)(instanceId));
      });
      const person = await activateVendorPhone(oneSpan);
      const address = { ...(await fetchGatewayAddress(oneSpan.phoneUrl)), gatewayUrl: relay.gatewayUrl };
      const phone = new VendorPhone(address, person.device);
      let [said, isSignedIn] = ['was not asked', false];
      return {
        async attempt() {
          const id = signInId();
          await phones.send(id, ASKING, { userId: person.userId, domain: 'example.org' });
          const pushed = () => oneSpan.state.challenges.pushedTo(person.device.instanceId);
          await poll('the push', async () => pushed() !== null);
          const isHeard = await refuse(valueOf(await phone.receive(oneSpan.state.challenges)));
          said = isHeard ? 'refused' : 'refused, and could not say so';
          await poll('the end of the request', async () => (await phones.observe(id))?.state !== 'waiting');
          isSignedIn ||= (await phones.redeem(id)).ok;
          const reason = (await phones.observe(id))?.reason ?? 'expired';
          const words = endedWords(reason, 'message', TIME_LIMIT_MS).title;
          return { isDone: words === REFUSED, words };
        },
        failing: endedWords('unreachable', 'message', TIME_LIMIT_MS).title,
        kept: () => (isSignedIn ? 'signed in' : 'not signed in'),
        phone: () => said,
        async close() {
          await Promise.all(noted);
          await relay.close();
        },
      };
    },
  },
];
