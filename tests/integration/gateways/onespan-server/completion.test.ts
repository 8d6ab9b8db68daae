import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Observation, RegistrationAtGateway } from '@/lib/activation/activation-gateway';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { poll } from '@/lib/kit/poll';
import { formatActivationPayload } from '@/lib/shared/codes/activation-payload';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';
import { valueOf } from '../../../support/phones/activate-device';

const JANE = { userId: 'jane.doe', domain: 'example.org' };
const PASSWORD = 'Static-Password-1';
const WITHOUT_ACTIVITY = { missingPrivileges: ['View Recent DIGIPASS Activity'] } as const;
const ACTIVITY = 'digipassActivityQuery';

let clock: FakeClock;
let server: OneSpanServer;
let opened: OpenedGateway;

async function open(options: Partial<OneSpanOptions>): Promise<void> {
  server = await startOnespanServer({
    clock,
    users: [{ userId: JANE.userId, staticPassword: PASSWORD }],
    gracePeriodDays: null,
    ...options,
  });
  opened = openAdapter(server);
}

beforeEach(() => {
  clock = new FakeClock();
});

afterEach(async () => {
  await opened.close();
  await server.close();
});

/** A phone that has an image, and what the site knows of its registration. */
async function begin(): Promise<{ phone: FakePhone; registration: RegistrationAtGateway }> {
  const registered = valueOf(await opened.activation.register(JANE, generateActivationId(systemRandom), PASSWORD));
  const { gatewayId } = server.state.options;
  const image = valueOf(formatActivationPayload({ ...registered, gatewayId }));
  return { phone: new FakePhone(server.gateway, image), registration: registered };
}

async function linkPhone(phone: FakePhone): Promise<void> {
  for (let step = 0; step < 3; step++) expect(await phone.step()).toBe('done');
}

const observe = (registration: RegistrationAtGateway, seen?: Observation) =>
  opened.activation.observe({ ...registration, ...(seen?.instanceId && { instanceId: seen.instanceId }) });

describe('a finished activation (OneSpan §4.4)', () => {
  test.each([
    ['the recent activity of the device', {}],
    [
      'the last authentication in its record',
      { ...WITHOUT_ACTIVITY, lastAuthenticationField: 'DIGIPASSFLD_LASTAUTH_TIME' },
    ],
  ])('%s tells it, without a grace period and without a test login', async (_signal, options) => {
    await open(options);
    const { phone, registration } = await begin();
    expect(await observe(registration)).toMatchObject({ state: 'issued' });
    await linkPhone(phone);
    const linked = await observe(registration);
    expect(linked).toMatchObject({ state: 'linked' });
    expect(await observe(registration, linked)).toMatchObject({ state: 'linked' });
    clock.pass(10 * SECOND);
    const finishedAt = clock.now();
    await phone.step();
    clock.pass(10 * SECOND);
    let active = linked;
    await poll('a look at what tells it', async () => {
      active = await observe(registration, linked);
      return active.state === 'active';
    });
    expect(active).toMatchObject({ state: 'active', instanceId: linked.instanceId, expiresAt: null });
    expect(active.reached.active).toEqual(finishedAt);
  });

  test('a login with another device ends the grace period, and is not taken for the new one’s where activity tells', async () => {
    await open({ gracePeriodDays: 7 });
    const first = await begin();
    await linkPhone(first.phone);
    await first.phone.step();
    const licence = server.state.records.licenceOf(JANE);
    if (!licence) throw new TypeError('no licence');
    licence.gracePeriodEndsAt = new Date(clock.now().getTime() + MINUTE);
    const second = await begin();
    await linkPhone(second.phone);
    server.state.records.noteAuthentication(`${licence.serialNumber}-1`);
    const told = await observe(second.registration);
    expect(told).toMatchObject({ state: 'linked', instanceId: `${licence.serialNumber}-2` });
    server.state.options.missingPrivileges = WITHOUT_ACTIVITY.missingPrivileges;
    const other = openAdapter(server);
    expect(await other.activation.observe(second.registration)).toMatchObject({ state: 'active' });
    await other.close();
  });
});

describe('what it costs', () => {
  test('a look at a device that is known is one call', async () => {
    await open({});
    const { phone, registration } = await begin();
    await linkPhone(phone);
    const linked = await observe(registration);
    server.calls.clear();
    for (let look = 0; look < 20; look++) await observe(registration, linked);
    expect(server.calls.count()).toBe(20);
    expect(server.calls.count(ACTIVITY)).toBeGreaterThan(0);
    expect(server.calls.count('digipassQuery')).toBeGreaterThan(0);
  });

  test.each([
    [
      'the service user lacks the privilege',
      () => void (server.state.options.missingPrivileges = WITHOUT_ACTIVITY.missingPrivileges),
    ],
    [
      'the server lacks the command',
      () =>
        server.faults.set(ACTIVITY, fault.reply({ status: 500, headers: { 'content-type': 'text/xml' }, body: FAULT })),
    ],
    ['the server answers with a status that nobody knows', () => server.faults.set(ACTIVITY, fault.unknownStatus())],
  ])('where %s, that is remembered, and the records are read', async (_why, spoil) => {
    await open({ gracePeriodDays: 7 });
    spoil();
    const { phone, registration } = await begin();
    await linkPhone(phone);
    const linked = await observe(registration);
    expect(linked).toMatchObject({ state: 'linked' });
    for (let look = 0; look < 10; look++) await observe(registration, linked);
    expect(server.calls.count(ACTIVITY)).toBe(1);
    await phone.step();
    expect(await observe(registration, linked)).toMatchObject({ state: 'active' });
    expect(server.calls.count(ACTIVITY)).toBe(1);
  });

  test('a privilege that is given later is noticed after ten minutes', async () => {
    await open(WITHOUT_ACTIVITY);
    const { phone, registration } = await begin();
    await linkPhone(phone);
    await phone.step();
    expect(await observe(registration)).toMatchObject({ state: 'linked' });
    server.state.options.missingPrivileges = [];
    expect(await observe(registration)).toMatchObject({ state: 'linked' });
    clock.pass(10 * MINUTE);
    expect(await observe(registration)).toMatchObject({ state: 'active' });
  });
});

const FAULT =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>Method not implemented</faultstring></s:Fault></s:Body></s:Envelope>';
