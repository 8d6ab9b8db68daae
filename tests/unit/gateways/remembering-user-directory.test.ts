import { beforeEach, expect, test } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { GatewayError } from '@/lib/activation/gateway-error';
import { RememberingUserDirectory } from '@/lib/gateways/onespan-server/accounts/onespan-server-user-directory';
import { DAY, SECOND } from '@/lib/shared/time/duration';
import { MemoryUserDirectory } from '../../support/doubles/stores/memory-user-directory';

const DOMAIN = 'example.org';
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

/** Counts what it is asked, and can be taken away. */
class CountingDirectory extends MemoryUserDirectory {
  asked = 0;
  failure: Error | null = null;

  override async find(userId: string, domain: string): Promise<User | null> {
    this.asked += 1;
    if (this.failure) throw this.failure;
    return super.find(userId, domain);
  }
}

let gateway: CountingDirectory;
let directory: RememberingUserDirectory;

beforeEach(async () => {
  gateway = new CountingDirectory();
  directory = new RememberingUserDirectory(gateway, clock);
  await gateway.add({
    userId: 'jane.doe',
    domain: DOMAIN,
    displayName: 'Jane Doe',
    roles: ['user'],
    mailAddresses: [],
    language: 'en',
    group: null,
    password: 'correct horse battery',
  });
});

const pass = (milliseconds: number) => void (clock.time = new Date(clock.time.getTime() + milliseconds));

test('the cache answers repeated look-ups of one user for half a minute', async () => {
  for (const typed of ['jane.doe', 'Jane.Doe ', 'JANE.DOE']) await directory.find(typed, DOMAIN);
  expect(gateway.asked).toBe(1);
  pass(30 * SECOND);
  await directory.find('jane.doe', DOMAIN);
  expect(gateway.asked).toBe(2);
});

test('the cache lets known users go on for a day while the gateway fails, and no others', async () => {
  await directory.find('jane.doe', DOMAIN);
  gateway.failure = new GatewayError('unreachable', 'not-sent');
  pass(DAY - 1);
  expect(await directory.find('jane.doe', DOMAIN)).toMatchObject({ userId: 'jane.doe' });
  await expect(directory.find('max.poe', DOMAIN)).rejects.toThrow(GatewayError);
  pass(1);
  await expect(directory.find('jane.doe', DOMAIN)).rejects.toThrow(GatewayError);
});

test('the cache does not hide our own bugs', async () => {
  await directory.find('jane.doe', DOMAIN);
  pass(60 * SECOND);
  gateway.failure = new TypeError('a mistake');
  await expect(directory.find('jane.doe', DOMAIN)).rejects.toThrow(TypeError);
});

test('the cache evicts deleted users, and stores neither unknown users nor passwords', async () => {
  expect(await directory.find('nobody', DOMAIN)).toBeNull();
  await directory.find('nobody', DOMAIN);
  expect(gateway.asked).toBe(2);
  expect(await directory.verifyPassword('jane.doe', DOMAIN, 'correct horse battery')).not.toBeNull();
  expect(await directory.verifyPassword('jane.doe', DOMAIN, 'wrong')).toBeNull();
  expect(gateway.checks).toBe(2);
});
