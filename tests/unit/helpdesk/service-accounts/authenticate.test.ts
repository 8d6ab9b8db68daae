import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recordRefusedAttempts } from '@/lib/accounts/sign-in/record-refused-attempts';
import type { User } from '@/lib/accounts/users/user';
import { allOf } from '@/lib/audit/audit-log';
import { authenticateServiceAccount } from '@/lib/helpdesk/service-accounts/authenticate';
import {
  changeServiceLimits,
  endServiceAccount,
  endServiceKey,
  resumeServiceAccount,
  suspendServiceAccount,
} from '@/lib/helpdesk/service-accounts/change-account';
import { rotateServiceKey } from '@/lib/helpdesk/service-accounts/make-key';
import type { ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { generateServiceKey, type ServiceKeyText } from '@/lib/helpdesk/service-accounts/service-key';
import { parseNetworkRange } from '@/lib/shared/network-range';
import { systemRandom } from '@/lib/shared/random';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import {
  madeServiceAccount,
  memoryServiceAccounts,
  valueOf,
  type FakeServiceAccounts,
} from '../../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../../support/doubles/principal';

const ADDRESS = '192.0.2.7';

let world: FakeServiceAccounts;
let administrator: User;
let id: ServiceAccountId;
let key: ServiceKeyText;

beforeEach(async () => {
  world = memoryServiceAccounts();
  administrator = await world.add(['administrator']);
  const approver = await world.add(['helpdesk-approver']);
  ({ id, key } = await madeServiceAccount(world, { administrator, approver }));
});

const authenticate = (presented: string, address: string | null = ADDRESS) =>
  authenticateServiceAccount(world.ports, presented, address, world.clock.now());

/** Types of the records since `before`, without those of making the account. */
async function recorded(): Promise<string[]> {
  const period = { from: new Date(0), to: world.clock.in(DAY) };
  const records = await world.audit.list(allOf(period, EVERY_DOMAIN), {
    order: 'oldest-first',
    after: null,
    limit: 1_000,
  });
  return records.map(({ event }) => event.type).filter((type) => !/-(requested|made)$/.test(type));
}

/** A key of the right form with the identifier of a real one. */
function wrongSecretOf(real: string): string {
  const bytes = systemRandom.bytes(4_000);
  const id12 = real.slice(4, 16);
  // The identifier is drawn first: bytes that give it, and then random ones.
  const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
  let drawn = 0;
  const random = {
    bytes: (length: number) =>
      drawn++ === 0
        ? Uint8Array.from(id12, (character) => alphabet.indexOf(character))
        : bytes.slice(drawn * length, (drawn + 1) * length),
  };
  return generateServiceKey(random).text;
}

describe('a key', () => {
  it('a key authenticates as its account, with its scopes and limits', async () => {
    const principal = valueOf(await authenticate(key));
    expect(principal).toEqual({
      id,
      name: expect.any(String),
      domain: 'example.org',
      scopes: new Set(['user:find', 'user:view']),
      requestsPerMinute: 60,
      keyId: key.slice(4, 16),
      keyShownTo: administrator.userId,
    });
  });

  it('the use of a key is stored with time and address, at most once a minute', async () => {
    const note = vi.spyOn(world.ports.accounts, 'noteUse');
    await authenticate(key);
    world.clock.pass(59 * SECOND);
    await authenticate(key, '192.0.2.8');
    expect(note).toHaveBeenCalledTimes(1);
    world.clock.pass(SECOND);
    await authenticate(key, '192.0.2.8');
    expect((await world.ports.accounts.find(id, 'example.org'))?.keys[0]?.lastUse).toEqual({
      at: world.clock.now(),
      address: '192.0.2.8',
    });
  });

  it('a key ends with its account, by expiry or by hand', async () => {
    world.clock.pass(90 * DAY - 1);
    expect((await authenticate(key)).ok).toBe(true);
    world.clock.pass(1);
    expect(await authenticate(key)).toEqual({ ok: false, refusal: 'expired' });
    await endServiceAccount(world.ports, signedInAs(administrator), id, ORIGIN);
    expect(await authenticate(key)).toEqual({ ok: false, refusal: 'expired' });
  });

  it('a key is refused while its account is suspended', async () => {
    await suspendServiceAccount(world.ports, signedInAs(administrator), id, ORIGIN);
    expect(await authenticate(key)).toEqual({ ok: false, refusal: 'suspended' });
    await resumeServiceAccount(world.ports, signedInAs(administrator), id, ORIGIN);
    expect((await authenticate(key)).ok).toBe(true);
  });

  it('an old key stays valid beside the new one for the chosen overlap', async () => {
    const rotate = (overlapMs: number) =>
      rotateServiceKey(world.ports, signedInAs(administrator), { id, overlapMs }, ORIGIN);
    const second = valueOf(await rotate(7 * DAY));
    world.clock.pass(7 * DAY - 1);
    expect([(await authenticate(key)).ok, (await authenticate(second)).ok]).toEqual([true, true]);
    const third = valueOf(await rotate(HOUR));
    expect(await authenticate(key)).toEqual({ ok: false, refusal: 'expired' });
    expect([(await authenticate(second)).ok, (await authenticate(third)).ok]).toEqual([true, true]);
    const fourth = valueOf(await rotate(0));
    for (const earlier of [key, second, third])
      expect(await authenticate(earlier)).toEqual({ ok: false, refusal: 'expired' });
    const keyId = valueOf(await authenticate(fourth)).keyId;
    await endServiceKey(world.ports, signedInAs(administrator), { id, keyId }, ORIGIN);
    expect(await authenticate(fourth)).toEqual({ ok: false, refusal: 'expired' });
  });

  it('a key is valid from the networks of its account only, whatever their spelling', async () => {
    const networks = ['192.0.2.0/24', '2001:db8::/32'].flatMap((text) => parseNetworkRange(text) ?? []);
    const limits = { networks, requestsPerMinute: 60, expiresAt: world.clock.in(DAY) };
    valueOf(await changeServiceLimits(world.ports, signedInAs(administrator), { id, limits, isProved: false }, ORIGIN));
    for (const inside of ['192.0.2.255', '::ffff:192.0.2.1', '2001:DB8:1::9'])
      expect((await authenticate(key, inside)).ok).toBe(true);
    for (const outside of ['192.0.3.0', '2001:db9::1', '', null])
      expect(await authenticate(key, outside)).toEqual({ ok: false, refusal: 'wrong-network' });
  });
});

describe('threat: a key that is not known', () => {
  it('threat: an unknown key is refused with the same answer, whatever is wrong with it', async () => {
    const unknown = generateServiceKey(systemRandom).text;
    const presented = [
      unknown,
      wrongSecretOf(key),
      `${key}x`,
      key.toUpperCase(),
      key.slice(0, -1),
      '',
      'tes_',
      `${key} `,
    ];
    for (const text of presented) expect(await authenticate(text)).toEqual({ ok: false, refusal: 'unknown-key' });
  });

  it('threat: an unknown key costs one look-up, one hash and one comparison, whether its ID exists or not', async () => {
    const find = vi.spyOn(world.ports.accounts, 'findKey');
    const hash = vi.spyOn(world.ports, 'hash');
    for (const text of [generateServiceKey(systemRandom).text, wrongSecretOf(key)]) {
      find.mockClear();
      hash.mockClear();
      await authenticate(text);
      expect([find.mock.calls.length, hash.mock.calls.length]).toEqual([1, 1]);
    }
  });

  it('threat: guesses at keys are limited by network, and never block a right key of the same network', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 25; attempt++)
      answers.push(await authenticate(generateServiceKey(systemRandom).text));
    expect(answers.map((answer) => (answer.ok ? null : answer.refusal))).toEqual([
      ...Array<string>(20).fill('unknown-key'),
      ...Array<string>(5).fill('too-many-attempts'),
    ]);
    expect(await authenticate('nonsense')).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect((await authenticate(key)).ok).toBe(true);
    expect(await authenticate('nonsense', '198.51.100.1')).toEqual({ ok: false, refusal: 'unknown-key' });
  });

  it('threat: an unknown key leaves one record per window with a count, however often it is presented', async () => {
    for (let attempt = 0; attempt < 1_000; attempt++) await authenticate('nonsense');
    expect(await recorded()).toEqual([]);
    world.clock.pass(HOUR);
    await recordRefusedAttempts({ ...world.ports, rateLimiter: world.ports.rateLimiter });
    expect(await recorded()).toEqual(['attempts-refused']);
  });
});

describe('threat: a right key that opens nothing, which may be stolen,', () => {
  it('threat: a right but refused key, which may be stolen, is recorded once per window with the reason', async () => {
    await suspendServiceAccount(world.ports, signedInAs(administrator), id, ORIGIN);
    for (let attempt = 0; attempt < 10; attempt++) await authenticate(key, '203.0.113.9');
    expect(await recorded()).toEqual(['service-account-suspended', 'service-key-refused']);
    const [record] = await world.audit.listForServiceAccount(id, EVERY_DOMAIN, 1);
    expect(record?.event).toMatchObject({ reason: 'suspended', keyId: key.slice(4, 16), address: '203.0.113.9' });
    world.clock.pass(16 * MINUTE);
    await authenticate(key);
    expect(await recorded()).toHaveLength(3);
  });
});

it('threat: the hashes of a stolen database open nothing', async () => {
  const kept = await world.ports.accounts.findKey(valueOf(await authenticate(key)).keyId);
  for (const stolen of [kept?.hash ?? '', `tes_${key.slice(4, 16)}_${kept?.hash}`])
    expect(await authenticate(stolen)).toEqual({ ok: false, refusal: 'unknown-key' });
});
