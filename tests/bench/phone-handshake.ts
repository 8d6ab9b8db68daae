/** The phone's share of an activation: the time of each of its steps without the gateway's and the network's. */
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { linkDevice } from '@/lib/phone/activation/link-device';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import { signActivation } from '@/lib/wire/crypto/messages/activation-signature';
import { systemRandom } from '@/lib/shared/random';
import { finishActivation, scan, valueOf, TEST_PIN } from '../support/phones/activate-device';
import { GatewayServer } from '../support/servers/gateway-server';
import { percentile } from '../support/percentile';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID } from '../support/servers/test-gateway';

const ACTIVATIONS = Number(process.argv[2] ?? 50);
const WARM_UP = 5;

/** In milliseconds that calls of the gateway took, together. */
let waited = 0;
const realFetch = globalThis.fetch;
globalThis.fetch = async (...call) => {
  const start = performance.now();
  try {
    // Read here, so that the body's way is the network's share too.
    const answer = await realFetch(...call);
    const body = await answer.arrayBuffer();
    return new Response(body, { status: answer.status, headers: answer.headers });
  } finally {
    waited += performance.now() - start;
  }
};

async function ownTime<Value>(work: () => Promise<Value>): Promise<[Value, number]> {
  const [start, waitedBefore] = [performance.now(), waited];
  const value = await work();
  return [value, performance.now() - start - (waited - waitedBefore)];
}

async function activate(credentials: RegistrationCredentials, gatewayUrl: string): Promise<number[]> {
  const scanned = await scan(credentials, { gatewayUrl, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
  const [connected, first] = await ownTime(async () => valueOf(await exchangeKeys(scanned)));
  const [licensed, second] = await ownTime(async () => valueOf(await obtainLicence(connected, systemRandom)));
  const [linked, third] = await ownTime(async () => valueOf(await linkDevice(licensed, 'Phone')));
  const { payload, instanceKey, instanceId, deviceCode } = linked;
  const { registrationIdentifier } = payload;
  const [, signature] = await ownTime(() =>
    signActivation(instanceKey, { registrationIdentifier, instanceId, deviceCode }),
  );
  const [, last] = await ownTime(async () => valueOf(await finishActivation(linked, TEST_PIN, new Date())));
  return [first, second, third, signature, last];
}

const { gateway } = createTestGateway({ activationLimit: 0 });
const server = await GatewayServer.open(gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
const runs: number[][] = [];
for (let round = 0; round < WARM_UP + ACTIVATIONS; round++) {
  const registration = valueOf(await gateway.register({ userId: 'jane.doe', domain: 'example.org' }));
  const times = await activate(registration, server.url);
  if (round >= WARM_UP) runs.push(times);
}
await server.close();

const figures = (values: number[]) =>
  `median ${percentile(values, 0.5).toFixed(1).padStart(6)} ms, p95 ${percentile(values, 0.95).toFixed(1).padStart(6)} ms`;
const column = (index: number) => runs.map((times) => times[index] ?? 0);
console.log(`The phone's own time, ${ACTIVATIONS} activations:`);
for (const [index, name] of ['connection 1', 'connection 2', 'connection 3', 'signature of 4'].entries())
  console.log(`  ${name.padEnd(24)} ${figures(column(index))}`);
const handshake = runs.map((times) => times.slice(0, 4).reduce((sum, time) => sum + time, 0));
console.log(`  ${'handshake in all'.padEnd(24)} ${figures(handshake)}`);
console.log(
  `  ${'connection 4 as a whole'.padEnd(24)} ${figures(column(4))}  (600,000 rounds over the PIN, on purpose)`,
);
