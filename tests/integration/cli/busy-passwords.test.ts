import { afterAll, beforeAll, expect, test } from 'vitest';
import { changePassword } from '@/lib/accounts/sign-in/change-password';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { confirmPassword } from '@/lib/accounts/sign-in/confirm-password';
import type { User } from '@/lib/accounts/users/user';
import type { Database } from '@/lib/database/database';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { openInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeHelpdesk, PASSWORD, type FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import { FakeMailbox } from '../../support/doubles/fake-mailbox';
import { MemoryKnownNetworks } from '../../support/doubles/stores/memory-known-networks';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { poll } from '@/lib/kit/poll';
import { invite } from '../helpdesk/desk/typed-reissue';
import { testPersister } from '../../support/test-chain';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
/** A second or more for each comparison, of which two go on at a time. */
const SLOW = { ...CHEAP, memoryCost: 19_456, timeCost: 200 };
const NEW_PASSWORD = 'plum kettle violin orchard';

let database: Database;
let world: FakeHelpdesk;
let directory: PrismaUserDirectory;
let access: Parameters<typeof changePassword>[0];
let jane: User;
let signedIn: SignedIn;
let token: string;

beforeAll(async () => {
  world = await fakeHelpdesk();
  database = await openCopiedDatabase();
  directory = new PrismaUserDirectory(database, world.ports.clock, testPersister(world.ports.clock), [], CHEAP);
  jane = await world.newcomer();
  await directory.add({ ...jane, group: null, password: PASSWORD });
  await new PrismaUserDirectory(database, world.ports.clock, testPersister(world.ports.clock), [], SLOW).add({
    ...jane,
    userId: 'slow',
    group: null,
    password: PASSWORD,
  });
  const settings = { domain: jane.domain, sessionLifetimeMs: HOUR, stepUpAgeMs: 0, staffIdleMs: HOUR };
  const passwords = { isGuessable: () => Promise.resolve(false) };
  const knownNetworks = new MemoryKnownNetworks();
  access = { ...world.ports, users: directory, settings, knownNetworks, passwords };
  const opened = await signIn(access, { userId: jane.userId, password: PASSWORD }, ORIGIN);
  if (!opened.ok) throw new Error(opened.refusal);
  signedIn = opened.value;
  await invite(world, jane);
  const { invitationLink } = await world.mailbox.newest(jane.userId, 'invitation');
  token = FakeMailbox.tokenOf(invitationLink);
});

afterAll(() => database.close());

const check = (userId: string) => directory.verifyPassword(userId, jane.domain, 'guess');

/** A hundred strangers wait behind two who take long. @returns what ends when everybody has had their turn */
async function fillQueue(): Promise<{ end: Promise<unknown> }> {
  const flood: Promise<unknown>[] = [check('slow'), check('slow')];
  let isFull = false;
  const guessOnce = async () => {
    if ((await check('nobody')) === 'too-busy') isFull = true;
  };
  await poll('the queue to be full', async () => {
    for (let count = 0; count < 40; count++) flood.push(guessOnce());
    return isFull;
  });
  return { end: Promise.all(flood) };
}

const recorded = async () => (await world.stores.audit.read(0, 1_000)).length;

const password = PASSWORD;
const ways = {
  'signing in': () => signIn(access, { userId: jane.userId, password }, ORIGIN),
  'the password asked for again': () => confirmPassword(access, signedIn, password, ORIGIN),
  'an invitation': () =>
    openInvitation({ ...world.ports, users: directory }, { token, code: '', password }, null, ORIGIN),
  'a change of the password': () =>
    changePassword(access, signedIn, { current: password, new: NEW_PASSWORD, again: NEW_PASSWORD }, ORIGIN),
};

test('threat: a flood of guesses: while a hundred passwords wait, all ways refuse the next one and count no attempt', async () => {
  const { end } = await fillQueue();
  const before = await recorded();
  for (const take of Object.values(ways))
    for (let count = 0; count < 12; count++) expect(await take()).toEqual({ ok: false, refusal: 'too-busy' });
  expect(await recorded()).toBe(before);
  await end;
  for (const take of Object.values(ways)) expect(await take()).toMatchObject({ ok: true });
});
