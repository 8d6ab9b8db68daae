import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import { withdrawActivation } from '@/lib/phone/activation/withdraw-activation';
import { connect, license, link, scan, valueOf } from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID, type TestGateway } from '../../support/servers/test-gateway';

let played: TestGateway;
let server: GatewayServer;
const address = () => ({ gatewayUrl: server.url, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });

beforeEach(async () => {
  played = createTestGateway();
  server = await GatewayServer.open(played.gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
});
afterEach(() => server.close());

const register = async () => valueOf(await played.gateway.register({ userId: 'jane.doe', domain: 'example.org' }));

test.each([
  ['connection 1', connect],
  ['connection 2', license],
  ['connection 3', link],
])('an activation given up after %s is cancelled at the gateway, which tells the website', async (_, goTo) => {
  const credentials = await register();
  const reached = await goTo(credentials, address());
  const before = played.progress.length;
  expect(await withdrawActivation(reached)).toBe(true);
  const observed = await played.gateway.observe(credentials.registrationIdentifier);
  expect(observed?.state).toBe('cancelled');
  expect(played.progress.length).toBeGreaterThan(before);
});

test('an image that no phone has used yet stays as it is', async () => {
  const credentials = await register();
  expect(await withdrawActivation(await scan(credentials, address()))).toBe(false);
  expect((await played.gateway.observe(credentials.registrationIdentifier))?.state).toBe('registered');
});

test('a gateway that cannot be reached is not taken for one that has heard', async () => {
  const reached = await connect(await register(), address());
  expect(await withdrawActivation({ ...reached, gateway: { ...address(), gatewayUrl: 'http://127.0.0.1:9' } })).toBe(
    false,
  );
});

test('the phone’s clock is compared with the gateway’s', async () => {
  const fast = played.clock.time.getTime() + 95_000;
  expect(Math.abs((await measureClockDrift(address(), () => fast)) - 95)).toBeLessThanOrEqual(1);
});
