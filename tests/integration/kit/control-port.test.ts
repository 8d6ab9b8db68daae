import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ControlServer } from '@/lib/kit/control/control-server';
import { openStandIn, type StandIn } from '@/lib/kit/gateways/stand-in';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { PNG } from 'pngjs';
import { valueOf } from '../../support/phones/activate-device';

type Problem = { title: string; status: number; detail: string };

let standIn: StandIn;
let control: ControlServer;
let phone: string;

beforeEach(async () => {
  standIn = await openStandIn('embedded');
  control = await ControlServer.open(standIn.addresses['phone'] ?? '', 0);
  const made = await fetch(`${control.url}/phones`, { method: 'POST' });
  phone = `/phones/${((await made.json()) as { phone: string }).phone}`;
});
afterEach(async () => {
  await control.close();
  await standIn.close();
});

async function ask(method: string, path: string, body?: object): Promise<{ status: number; json: Problem }> {
  const answer = await fetch(control.url + path, { method, ...(body && { body: JSON.stringify(body) }) });
  const said = await answer.text();
  return { status: answer.status, json: (said === '' ? {} : JSON.parse(said)) as Problem };
}

describe('the control port of test phones', () => {
  test('the control port answers 409 to every step that comes too early', async () => {
    for (const [method, path, body] of [
      ['POST', '/pin', {}],
      ['POST', '/offline/second', { text: 'F2' }],
      ['GET', '/otp'],
      ['POST', '/notifications'],
      ['POST', '/receive'],
    ] as const)
      expect({ path, ...(await ask(method, phone + path, body)) }).toMatchObject({
        path,
        status: 409,
        json: { title: 'out-of-order' },
      });
  });

  test('the control port answers 409 with the phone’s code when the phone refuses', async () => {
    const png = PNG.sync.write(new PNG({ width: 40, height: 40 })).toString('base64');
    expect(await ask('POST', `${phone}/activate`, { png })).toMatchObject({
      status: 409,
      json: { title: 'no-code-in-image' },
    });
  });

  test('every problem of the control port has a sentence that is not its title', async () => {
    const problems = [
      await ask('GET', '/nowhere'),
      await ask('GET', '/phones/phone-99/otp'),
      await ask('PUT', '/phones'),
      await ask('GET', `${phone}/otp`),
      await ask('POST', `${phone}/activate`, { text: 'nothing' }),
      await ask('POST', `${phone}/faults`, { call: 'MdlActivate', fault: 'clock-off:5' }),
      await ask('POST', '/phones', { pin: 'no digits' }),
    ];
    for (const { json } of problems) {
      expect(json.detail).toMatch(/ /);
      expect(json.detail).not.toContain(json.title);
    }
    expect(problems.map(({ status }) => status)).toEqual([404, 404, 405, 409, 409, 422, 400]);
  });

  test('the control port takes the link of an activation page without a host', async () => {
    const registered = valueOf(await standIn.register({ userId: 'jane.doe', domain: 'example.org' }));
    const payload = valueOf(formatActivationPayload({ ...registered, gatewayId: standIn.gatewayId }));
    const { status, json } = await ask('POST', `${phone}/activate`, {
      text: `/authenticator#${encodeURIComponent(payload)}`,
    });
    expect({ status, json }).toMatchObject({ status: 200, json: { userId: 'jane.doe', issuer: { reason: 'link' } } });
  });
});
