import { beforeEach, expect, it } from 'vitest';
import { PrismaAccountStore } from '@/lib/database/tables/administration/prisma-account-store';
import { generateSessionId } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { followActivation } from '@/lib/activation/following/follow-activation';
import { startActivation } from '@/lib/activation/start/start-activation';
import { disableAccount, enableAccount } from '@/lib/helpdesk/administration/change-account';
import { settleAccounts } from '@/lib/helpdesk/administration/settle-account';
import { PrismaChallengeStore } from '@/lib/database/tables/gateways/prisma-challenge-store';
import { PrismaGatewayStore } from '@/lib/database/tables/gateways/prisma-gateway-store';
import { approve, redeem, scan, type Waiting } from '@/lib/gateways/embedded/engine/challenges/challenge';
import { Latch } from '@/lib/kit/latch';
import { poll } from '@/lib/kit/poll';
import { createLogger } from '@/lib/server/observability/logger';
import { watchAccounts } from '@/lib/server/jobs/watch-accounts';
import { sessionChangeKey } from '@/lib/shared/changes/change-feed';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { addActiveDevice } from '../../../support/add-active-device';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { invite } from '../desk/typed-reissue';
import { DOMAIN, PASSWORD, type ChangedAccountsWorld, type Replica } from './changed-accounts-world';

/** Somebody who is disabled in one replica, seen from the other. @param current gives the world */
export function disabledAccountSuite(current: () => ChangedAccountsWorld): void {
  let world: ChangedAccountsWorld;
  let here: Replica;
  let there: Replica;

  beforeEach(() => {
    world = current();
    ({ here, there } = world);
  });

  it('a disabled account has no session, its long polls in other replicas end, and no sign-in works', async () => {
    const user = await world.add();
    const session = await world.enter(user);
    const heard: string[] = [];
    await there.database.changeFeed.subscribe(sessionChangeKey(session.id), () => heard.push('ended'));
    expect(await disableAccount(here.ports, null, user, ORIGIN)).toEqual({ ok: true, value: null });
    expect(await there.access.sessions.find(session.id, systemClock.now())).toBeNull();
    await poll('the notice of the session’s end', async () => heard.length > 0);
    const typed = { userId: user.userId, password: PASSWORD };
    expect(await signIn(there.access, typed, ORIGIN)).toEqual({ ok: false, refusal: 'invalid-credentials' });
    expect(await enableAccount(here.ports, null, user, ORIGIN)).toEqual({ ok: true, value: null });
    expect(await signIn(there.access, typed, ORIGIN)).toMatchObject({ ok: true });
    expect(await there.access.sessions.find(session.id, systemClock.now())).toBeNull();
  });

  it('a disabled account’s open long poll is told to sign in', async () => {
    const user = await world.add();
    const session = await world.enter(user);
    const started = await startActivation(here.desk.fake.ports, user, { deviceName: 'Phone', startKey: null }, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const { id: activationId, version } = started.value;
    const asked = { sessionId: session.id, activationId };
    const { polls, database } = there;
    const held = new Latch();
    const following = followActivation(
      { polls, changeFeed: database.changeFeed },
      asked,
      version,
      () => (held.open(), new AbortController().signal),
    );
    await held.opened;
    await disableAccount(here.ports, null, user, ORIGIN);
    expect(await following).toEqual({ ok: false, refusal: 'signed-out' });
    // What the process remembers of earlier polls does not let them in either.
    const asks = { polls, changeFeed: database.changeFeed };
    const again = await followActivation(asks, asked, version, () => AbortSignal.abort());
    expect(again).toEqual({ ok: false, refusal: 'signed-out' });
    const faults: unknown[] = [];
    await settleAccounts(here.ports, (fault) => faults.push(fault), new AbortController().signal);
    expect([faults, (await here.ports.activation.store.find(activationId, 'example.org'))?.state]).toEqual([
      [],
      'cancelled',
    ]);
  });

  it('a disabled account’s activations and invitations are ended at once by any replica', async () => {
    const user = await world.add(['user'], (await here.desk.newcomer()).userId);
    const invited = await invite(here.desk, user);
    const typed = { deviceName: 'Phone', startKey: null };
    const started = await startActivation(here.desk.fake.ports, user, typed, ORIGIN);
    if (!started.ok) throw new Error(started.refusal);
    const stopping = new AbortController();
    const settled = new Latch();
    const listUnsettled = async (limit: number) => {
      const unsettled = await there.ports.accounts.listUnsettled(limit);
      settled.open();
      return unsettled;
    };
    const accounts = Object.assign(new PrismaAccountStore(there.database, there.persist, []), { listUnsettled });
    const services = {
      administration: { ...there.ports, accounts },
      changeFeed: there.database.changeFeed,
      logger: createLogger('silent'),
    };
    // No further round comes by itself: only the notice can end it.
    const watching = watchAccounts(services, stopping.signal, HOUR);
    await settled.opened;
    await disableAccount(here.ports, null, user, ORIGIN);
    const { invitations, activation } = here.ports;
    const isOver = async () =>
      (await activation.store.find(started.value.id, started.value.domain))?.state === 'cancelled' &&
      (await invitations.find(invited.id, invited.domain))?.state === 'revoked';
    await poll('the end of what was under way', isOver);
    const records = (await here.ports.audit.listFor(user, 10)).map(({ event }) => event);
    expect(records).toContainEqual(expect.objectContaining({ type: 'invitation-revoked', why: 'account-disabled' }));
    stopping.abort();
    await watching;
  });

  it('threat: a disabled user gets no session for a proof that was checked before', async () => {
    const user = await world.add();
    const epoch = await there.access.sessions.epochOf(user);
    const session = { ...(await world.enter(user)), id: generateSessionId(systemRandom) };
    await disableAccount(here.ports, null, user, ORIGIN);
    expect(await there.access.sessions.create(session, epoch)).toBe(false);
  });

  it('threat: a disabled user’s phone approves nothing, even what it read before', async () => {
    const challenges = new PrismaChallengeStore(there.database.client);
    const devices = new PrismaGatewayStore(there.database);
    const reader = await addActiveDevice(devices);
    const user = await world.add(['user'], reader.userId);
    const challenge = (number: number): Waiting => ({
      state: 'waiting',
      keyHash: `${reader.userId} hash ${number}`,
      requestKey: `${reader.userId} request ${number}`,
      purpose: 'sign-in',
      version: 0,
      origin: 'https://id.example.org',
      address: '',
      browser: 'Firefox',
      number: '42',
      addressee: null,
      encryptedKey: null,
      encryptedWords: null,
      openedAt: systemClock.now(),
      expiresAt: new Date(systemClock.now().getTime() + MINUTE),
    });
    const read = scan(challenge(1), reader);
    await challenges.add(challenge(1));
    expect(await challenges.save(read)).toBe(true);
    const approved = approve(scan(challenge(2), reader), read.expiresAt);
    await challenges.add(challenge(2));
    await challenges.save(scan(challenge(2), reader));
    expect(await challenges.save(approved)).toBe(true);
    expect((await devices.findInstance(reader))?.instance.state).toBe('active');
    await disableAccount(here.ports, null, user, ORIGIN);
    expect(await challenges.save(approve(read, read.expiresAt))).toBe(false);
    expect(await challenges.save(redeem(approved, systemClock.now()))).toBe(false);
    expect((await devices.findInstance(reader))?.instance.state).toBe('locked');
    await enableAccount(here.ports, null, user, ORIGIN);
    expect((await devices.findInstance(reader))?.instance.state).toBe('active');
  });

  it('a disabled account gets no mail for staff', async () => {
    const staff = await world.add(['auditor']);
    await disableAccount(here.ports, null, staff, ORIGIN);
    const auditors = await there.access.users.listWithRole('auditor', DOMAIN);
    expect(auditors.map(({ userId }) => userId)).not.toContain(staff.userId);
  });
}
