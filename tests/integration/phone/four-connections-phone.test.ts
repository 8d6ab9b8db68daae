import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RegistrationCredentials } from '@/lib/gateways/embedded/engine/registration/register';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { TEST_PIN, valueOf } from '../../support/phones/activate-device';
import { GatewayServer } from '../../support/servers/gateway-server';
import { paintPage } from '../../support/images/paint-page';
import { runCommand } from '../../support/servers/run-command';
import { createTestGateway, FRONT_END_KEY, GATEWAY_ID, type TestGateway } from '../../support/servers/test-gateway';

let directory: string;
let store: string;
let shot: string;
let phoneTest: TestGateway;
let server: GatewayServer;
let credentials: RegistrationCredentials;
let payload: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
  shot = join(directory, 'shot.png');
  phoneTest = createTestGateway({ activationLimit: 0 });
  server = await GatewayServer.open(phoneTest.gateway, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
});

afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

beforeEach(async ({ task }) => {
  phoneTest.clock.time = new Date();
  store = join(directory, task.id, 'phone.json');
  credentials = valueOf(await phoneTest.gateway.register({ userId: 'jane.doe', domain: 'example.org' }));
  payload = valueOf(formatActivationPayload({ ...credentials, gatewayId: GATEWAY_ID }));
});

function phone(...args: string[]) {
  return runCommand('phone', [...args, '--gateway', server.url, '--store', store]);
}

function takeShot(text: string | null, page = { width: 1280, height: 800 }): void {
  const { width, height, data } = paintPage(text, { ...page, left: 90, top: 210, pixelsPerModule: 8 });
  const image = new PNG({ width, height });
  image.data.set(data);
  writeFileSync(shot, PNG.sync.write(image));
}

describe('the phone in the terminal', () => {
  test('the phone activates from a screenshot, reports each step, and shows a valid password', async () => {
    takeShot(payload);
    const run = await phone('--image', shot, '--pin', TEST_PIN, '--name', 'Kitchen phone');
    expect(run.output).toMatch(
      /jane\.doe at example\.org[\s\S]*1 of 4[\s\S]*2 of 4[\s\S]*3 of 4[\s\S]*4 of 4[\s\S]*works/,
    );
    expect(run.code).toBe(0);
    const [instance] = await phoneTest.gateway.listInstances({ userId: 'jane.doe', domain: 'example.org' });
    expect(instance).toMatchObject({ description: 'Kitchen phone' });

    const shown = await phone('--otp', '--pin', TEST_PIN);
    const [, oneTimePassword = '', secondsLeft] = /^(\d{6}) {2}\((\d+) s left\)\n$/.exec(shown.output) ?? [];
    expect(Number(secondsLeft)).toBeGreaterThan(0);
    phoneTest.clock.time = new Date();
    expect(await phoneTest.gateway.testOneTimePassword(instance?.instanceId ?? '', oneTimePassword)).toMatchObject({
      ok: true,
    });
  });

  test('threat: the phone’s store is readable by its owner only, and holds no key in plain text', async () => {
    await phone('--payload', payload, '--pin', TEST_PIN);
    expect(statSync(store).mode & 0o777).toBe(0o600);
    expect(readFileSync(store, 'utf8')).not.toContain(credentials.activationPassword);
    expect(JSON.parse(readFileSync(store, 'utf8'))).toEqual([
      expect.objectContaining({ protectedKey: expect.objectContaining({ iterations: 600_000 }) }),
    ]);
  });

  test('the phone takes a link, and finds its site in it', async () => {
    const link = `${server.url}/authenticator#${encodeURIComponent(payload)}`;
    const run = await runCommand('phone', ['--link', link, '--pin', TEST_PIN, '--store', store]);
    expect(run).toMatchObject({ code: 0 });
  });

  test('a wrong PIN shows nothing', async () => {
    await phone('--payload', payload, '--pin', TEST_PIN);
    expect(await phone('--otp', '--pin', '246802')).toMatchObject({ code: 1, output: 'The PIN is wrong.\n' });
  });
});

describe('refusals are one sentence and exit code 1', () => {
  test('a picture without an activation image', async () => {
    takeShot(null, { width: 320, height: 240 });
    expect(await phone('--image', shot, '--pin', TEST_PIN)).toMatchObject({
      code: 1,
      output: 'No image for this phone could be found in this picture.\n',
    });
  });

  test('another code than an activation image', async () => {
    takeShot('https://example.org/');
    expect(await phone('--image', shot, '--pin', TEST_PIN)).toMatchObject({
      code: 1,
      output: 'This is not an activation.\n',
    });
  });

  test('an image that was used already, and one whose time is over', async () => {
    await phone('--payload', payload, '--pin', TEST_PIN);
    const { code, output } = await phone('--payload', payload, '--pin', TEST_PIN);
    expect({ code, last: output.trim().split('\n').at(-1) }).toMatchObject({
      code: 1,
      last: 'This activation has ended, or its time is over. Get a new image.',
    });
  });

  test('a mistyped password', async () => {
    const mistyped = payload.replace(credentials.activationPassword, 'mistyped');
    const { code, output } = await phone('--payload', mistyped, '--pin', TEST_PIN);
    expect(code).toBe(1);
    expect(output).toContain('did not accept the activation password');
  });

  test('a PIN that is too short for the licence', async () => {
    const { code, output } = await phone('--payload', payload, '--pin', '135');
    expect({ code, last: output.trim().split('\n').at(-1) }).toMatchObject({ code: 1, last: 'The PIN is too short.' });
  });

  test('a PIN that is too easy, and the image is still good for a better one', async () => {
    const { code, output } = await phone('--payload', payload, '--pin', '1234');
    expect({ code, output }).toEqual({
      code: 1,
      output: 'The PIN is too easy to guess: its digits count up or down.\n',
    });
    expect(await phone('--payload', payload, '--pin', TEST_PIN)).toMatchObject({ code: 0 });
  });

  test('a gateway that is not there', async () => {
    const run = await runCommand('phone', [
      '--payload',
      payload,
      '--pin',
      TEST_PIN,
      '--gateway',
      'http://127.0.0.1:9',
      '--store',
      store,
    ]);
    expect(run).toMatchObject({
      code: 1,
      output: 'The gateway cannot be reached. Check the address and the network.\n',
    });
  });

  test('a phone without devices', async () => {
    expect(await phone('--otp', '--pin', TEST_PIN)).toMatchObject({
      code: 1,
      output: 'This phone has no such activated device.\n',
    });
  });

  test("a file that is not a phone's store is left as it is", async () => {
    store = join(directory, 'other.json');
    writeFileSync(store, '{"something":"else"}');
    const { code, output } = await phone('--payload', payload, '--pin', TEST_PIN);
    expect({ code, output }).toMatchObject({ code: 1, output: `${store} is not a phone's store\n` });
    expect(readFileSync(store, 'utf8')).toBe('{"something":"else"}');
    expect((await phoneTest.gateway.observe(credentials.registrationIdentifier))?.state).toBe('registered');
  });

  test('a picture that is not there', async () => {
    const { code, output } = await phone('--image', join(directory, 'none.png'), '--pin', TEST_PIN);
    expect(code).toBe(1);
    expect(output).not.toContain('    at ');
  });
});

test.each([
  ['nothing to do', []],
  ['two things at once', ['--payload', 'x', '--link', 'y']],
  ['an unknown option', ['--pins', '1']],
])('%s gets the usage and exit code 2', async (_name, args) => {
  const { code, output } = await phone(...args);
  expect(code).toBe(2);
  expect(output).toContain('npm run phone -- --image shot.png');
});
