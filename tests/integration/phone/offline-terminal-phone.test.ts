import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { beginOffline } from '@/lib/phone/offline/offline-images';
import { systemRandom } from '@/lib/shared/random';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { TEST_PIN } from '../../support/phones/activate-device';
import { OfflineRegistration, readFirst } from '../../support/phones/offline-registration';
import { pictureOf } from '../../support/images/picture-of';
import { runCommand, type CommandOptions } from '../../support/servers/run-command';
import { createTestGateway, GATEWAY_ID } from '../../support/servers/test-gateway';

const gateway = createTestGateway({ activationLimit: 0 });

let directory: string;
let store: string;
let registration: OfflineRegistration;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tessera-phone-'));
});
afterAll(() => rmSync(directory, { recursive: true }));
beforeEach(async ({ task }) => {
  store = join(directory, task.id, 'phone.json');
  registration = await OfflineRegistration.open(gateway, `jane.${task.id}`, GATEWAY_ID);
});

/** A phone in the terminal whose website cannot be reached. @param second what is given as the second image */
async function activate(second: (deviceCode: string) => Promise<string>) {
  const first = join(directory, 'first.png');
  writeFileSync(first, pictureOf(registration.first));
  let isAsked = false;
  return phone(['--image', first, '--gateway', 'http://127.0.0.1:9'], (output) => {
    if (isAsked || !output.includes('second image:')) return null;
    isAsked = true;
    return second(codeIn(output, 'Device code')).then((image) => `${image}\n`);
  });
}

function phone(args: string[], reply?: CommandOptions['reply']) {
  return runCommand('phone', [...args, '--pin', TEST_PIN, '--store', store], reply && { reply });
}

function codeIn(output: string, name: string): string {
  return (new RegExp(`${name}: ([\\d ]+)`).exec(output)?.[1] ?? '').replaceAll(' ', '');
}

function keepPicture(text: string): string {
  const path = join(directory, 'second.png');
  writeFileSync(path, pictureOf(text));
  return path;
}

test.each([
  ['a picture', keepPicture],
  ['what it says', (text: string) => text],
])('the phone in the terminal is activated without its website, by %s of the second image', async (_way, give) => {
  const { code, output } = await activate(async (typed) => give(await registration.typeDeviceCode(typed)));
  expect(output).toMatch(
    /^Activation for jane\.\S+ at example\.org without a network, licence VDS\d{7}\nNot verifiable/,
  );
  const [deviceCode, signature] = [codeIn(output, 'Device code'), codeIn(output, 'Signature')];
  for (const typed of [deviceCode, signature])
    expect(output).toContain(`Check letter: ${checkLetter(registration.identifier, typed)}`);
  expect(code).toBe(0);
  const instanceId = await registration.typeSignature(signature);

  const shown = await phone(['--otp']);
  const [oneTimePassword = ''] = /^\d{6}/.exec(shown.output) ?? [];
  expect(await registration.takesOneTimePassword(instanceId, oneTimePassword)).toBe(true);
});

test.each([
  ['nothing', async () => '', 'This is not the second image'],
  ['a file that is not there', async () => 'lunch.png', 'There is no such PNG file'],
  ['the first image again', async () => registration.first, 'This is the first image again'],
])('the phone given %s for the second image says so and stores nothing', async (_what, second, words) => {
  const { code, output } = await activate(second);
  expect(output).toContain(words);
  expect(code).toBe(1);
  expect(existsSync(store)).toBe(false);
});

test('the second image alone begins nothing', async () => {
  const { deviceCode } = await beginOffline(readFirst(registration), systemRandom, new Date());
  const { code, output } = await phone(['--payload', await registration.typeDeviceCode(deviceCode)]);
  expect(output).toContain('Begin with the first one');
  expect(code).toBe(1);
});
