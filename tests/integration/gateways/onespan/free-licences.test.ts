import { afterEach, describe, expect, it } from 'vitest';
import { GatewayError } from '@/lib/activation/gateway-error';
import { generateActivationId } from '@/lib/shared/identifiers/activation-id';
import { systemRandom } from '@/lib/shared/random';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { openAdapter, openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const USERS = [
  { userId: 'jane.doe', staticPassword: PASSWORD, unit: 'north' },
  { userId: 'max.poe', staticPassword: PASSWORD, unit: 'north' },
  { userId: 'lou.ray', staticPassword: PASSWORD },
];

let server: OneSpanServer;
let opened: OpenedGateway;

const start = async (
  open: (server: OneSpanServer) => OpenedGateway,
  ...pools: [type: string, unit: string, count: number][]
) => {
  const freeLicences = pools.map(([type, unit, count]) => ({ type, unit, count }));
  server = await startOnespanServer({ users: USERS, freeLicences });
  opened = open(server);
};

const register = (userId: string, credential: string | null) =>
  opened.activation.register({ userId, domain: 'example.org' }, generateActivationId(systemRandom), credential);

afterEach(async () => {
  await opened.close();
  await server.close();
});

describe.each([
  ['onespan-server', openAdapter, PASSWORD],
  ['onespan-cloud', openCloudAdapter, null],
] as const)('the free licences of %s', (gateway, open, credential) => {
  const unitOf = (unit: string) => (gateway === 'onespan-server' ? unit : '');

  it('all pages are added up by what decides who gets one', async () => {
    await start(open, ['DAL10', '', 403], ['DAL10', 'north', 2], ['DP4MOBILE', '', 1]);
    const count = await opened.licences?.count();
    expect(count?.isWhole).toBe(true);
    const sums = new Map<string, number>();
    for (const { type, unit, free } of count?.pools ?? []) sums.set(`${type} ${unit}`, free);
    expect(Object.fromEntries(sums)).toEqual(
      gateway === 'onespan-server'
        ? { 'DAL10 ': 403, 'DAL10 north': 2, 'DP4MOBILE ': 1 }
        : { 'DAL10 ': 405, 'DP4MOBILE ': 1 },
    );
  });

  it('a registration takes one, a second of the same person none, and without any it is refused by name', async () => {
    await start(open, ['DAL10', 'north', 1], ['DAL10', '', 5]);
    expect(await register('jane.doe', credential)).toMatchObject({ ok: true });
    expect(await register('jane.doe', credential)).toMatchObject({ ok: true });
    const count = await opened.licences?.count();
    expect(count?.pools).toEqual([{ type: 'DAL10', unit: unitOf(''), free: 5 }]);
    expect(await register('max.poe', credential)).toEqual({ ok: false, refusal: 'no-licence' });
    expect(await register('lou.ray', credential)).toMatchObject({ ok: true });
  });

  it('a server that is away fails the count', async () => {
    await start(open, ['DAL10', '', 1]);
    server.faults.set('*', { kind: 'status', status: 503 }, { url: null });
    await expect(opened.licences?.count()).rejects.toThrow(GatewayError);
  });
});
