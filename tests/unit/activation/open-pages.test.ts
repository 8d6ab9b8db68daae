import { expect, test } from 'vitest';
import type { SessionId } from '@/lib/accounts/sessions/session';
import { OpenPages } from '@/lib/activation/following/open-pages';
import type { ActivationId } from '@/lib/shared/identifiers/activation-id';
import type { Announce, ChangeFeed } from '@/lib/shared/changes/change-feed';
import { Subscriptions } from '@/lib/database/subscriptions';

const ACTIVATION = `act-${'0'.repeat(32)}` as ActivationId;
const [JANES, THIEFS] = ['ses-1', 'ses-2'] as [SessionId, SessionId];

const onFault = (error: unknown) => expect.unreachable(String(error));

/** Two processes with one feed. */
function processes() {
  const subscriptions = new Subscriptions();
  const changeFeed: ChangeFeed = { subscribe: (id, listener) => Promise.resolve(subscriptions.add(id, listener)) };
  const announce: Announce = async (keys) => keys.forEach((key) => subscriptions.notify(key));
  const open = () => new OpenPages(changeFeed, announce, onFault);
  return { one: open(), other: open(), subscriptions };
}

test('a page whose poll another process holds is open until it is answered, near for its own network alone', async () => {
  const { one, other } = processes();
  const leave = await one.enter({ activationId: ACTIVATION, sessionId: JANES }, '192.0.2.7');
  const find = (network: string) => other.find(ACTIVATION, [JANES, THIEFS], network, 1_000);
  expect(await find('192.0.2.7')).toEqual([{ sessionId: JANES, isNear: true }]);
  expect(await find('198.51.100.9')).toEqual([{ sessionId: JANES, isNear: false }]);
  leave();
  expect(await other.find(ACTIVATION, [JANES], '192.0.2.7', 1)).toEqual([]);
});

test('threat: a thief’s page is not found for another user’s sessions', async () => {
  const { one, other } = processes();
  await one.enter({ activationId: ACTIVATION, sessionId: THIEFS }, '192.0.2.7');
  expect(await other.find(ACTIVATION, [JANES], '192.0.2.7', 1)).toEqual([]);
});

test('a feed that has lost notices, and wakes every listener, makes no page open', async () => {
  const { other, subscriptions } = processes();
  const found = other.find(ACTIVATION, [JANES], '192.0.2.7', 1);
  await Promise.resolve();
  subscriptions.notifyAll();
  expect(await found).toEqual([]);
});
