import { beforeEach, expect, it } from 'vitest';
import { isLongOnRecord } from '@/lib/accounts/users/contacts';
import type { User } from '@/lib/accounts/users/user';
import { answerQuestion, readQuestion } from '@/lib/helpdesk/caller-check/manager/answer-manager-request';
import { requestManagerAnswer } from '@/lib/helpdesk/caller-check/manager/request-manager-answer';
import { followManagerRequest } from '@/lib/helpdesk/caller-check/manager/follow-manager-request';
import { requestAsAgent } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import type { ManagerRequestId } from '@/lib/shared/identifiers/manager-request-id';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { typedReissue } from './typed-reissue';

/** The caller's manager says whether it is them. @param current gives the world */
export function askManagerSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
    // Each test stands for a time of its own: the agent may ask thirty times in a quarter of an hour.
    world.fake.pass(15 * MINUTE);
  });

  const ask = (agent = world.agent, user = jane) => requestManagerAnswer(world.ports, signedInAs(agent), user, ORIGIN);
  const asked = async (): Promise<ManagerRequestId> => {
    const request = await ask();
    if (!request.ok) throw new Error(request.refusal);
    return request.value.id;
  };
  const say = (id: ManagerRequestId, isConfirmed = true, by = world.manager) =>
    answerQuestion(world.ports, signedInAs(by), id, isConfirmed, ORIGIN);
  const status = (id: ManagerRequestId, agent = world.agent) =>
    followManagerRequest(world.ports, world.stores.changeFeed, agent, { id, after: -1 }, () => AbortSignal.abort());
  const invite = async (managerRequest: ManagerRequestId, agent = world.agent, user = jane) => {
    const checks = { ...typedReissue().checks, notes: [], numberCalled: null, managerRequest };
    const requested = await requestAsAgent(world.ports, signedInAs(agent), user, typedReissue({ checks }), ORIGIN);
    return requested.ok ? requested.value : requested.refusal;
  };

  it('threat: a namesake of the manager or of the agent, in another domain — finds no question', async () => {
    const id = await asked();
    const elsewhere = { domain: 'elsewhere' };
    expect(await readQuestion(world.ports, signedInAs({ ...world.manager, ...elsewhere }), id)).toBeNull();
    expect(await say(id, true, { ...world.manager, ...elsewhere })).toEqual({ ok: false, refusal: 'not-found' });
    expect(await status(id, { ...world.agent, ...elsewhere })).toBeNull();
    expect(await status(id)).toMatchObject({ state: 'waiting' });
  });

  it('the manager gets a mail, and their confirmation counts for one invitation', async () => {
    const id = await asked();
    const mail = await world.mailbox.newest(jane.userId, 'manager-asked');
    expect(mail).toMatchObject({
      userId: jane.userId,
      askedBy: world.agent.displayName,
      answerUrl: `https://tessera.example.org/confirm-caller/${id}`,
    });
    expect(await status(id)).toMatchObject({ state: 'waiting', version: 1 });
    expect(await readQuestion(world.ports, signedInAs(world.manager), id)).toMatchObject({ isOver: false });
    expect(await invite(id)).toBe('manager-not-confirmed');
    expect((await say(id)).ok).toBe(true);
    expect(await status(id)).toMatchObject({ state: 'confirmed', version: 2 });
    expect(await invite(id)).toMatchObject({
      state: 'live',
      evidence: [{ method: 'manager', detail: world.manager.userId }],
    });
    expect(await invite(id)).toBe('manager-not-confirmed');
    const records = (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event);
    expect(records).toContainEqual(
      expect.objectContaining({ type: 'manager-asked', managerUserId: world.manager.userId }),
    );
    expect(records).toContainEqual(
      expect.objectContaining({
        type: 'manager-answered',
        isConfirmed: true,
        actor: { kind: 'user', userId: world.manager.userId },
      }),
    );
  });

  it('the agent and the manager are told the same two words, until it is answered', async () => {
    const request = await ask();
    if (!request.ok) throw new Error(request.refusal);
    const { id, words } = request.value;
    expect(words).toMatch(/^[a-z]+ [a-z]+$/);
    const shown = async (by = world.manager) => (await readQuestion(world.ports, signedInAs(by), id))?.request.words;
    expect(await shown()).toBe(words);
    expect(await shown(world.otherAgent)).toBeUndefined();
    expect(JSON.stringify(await status(id))).not.toContain(words);
    await say(id);
    expect(await shown()).toBeNull();
  });

  it('a confirmation counts for a quarter of an hour, and can be given for an hour', async () => {
    const id = await asked();
    world.fake.pass(HOUR - 1);
    expect((await say(id)).ok).toBe(true);
    world.fake.pass(15 * MINUTE);
    expect(await invite(id)).toBe('manager-not-confirmed');
    const late = await asked();
    world.fake.pass(HOUR);
    expect(await say(late)).toEqual({ ok: false, refusal: 'over' });
    expect(await status(late)).toMatchObject({ state: 'expired' });
  });

  it('a declined confirmation counts nothing, and can be answered only once', async () => {
    const id = await asked();
    expect((await say(id, false)).ok).toBe(true);
    expect(await say(id, true)).toEqual({ ok: false, refusal: 'over' });
    expect(await status(id)).toMatchObject({ state: 'declined' });
    expect(await invite(id)).toBe('manager-not-confirmed');
  });

  it('two invitations at once cannot use one confirmation', async () => {
    const id = await asked();
    await say(id);
    const both = await Promise.all([invite(id), invite(id)]);
    expect(both.filter((outcome) => outcome === 'manager-not-confirmed')).toHaveLength(1);
  });

  it('threat: the link is forwarded: another user who opens it sees nothing and answers nothing', async () => {
    const id = await asked();
    for (const stranger of [jane, world.agent, world.otherAgent, world.approver]) {
      expect(await readQuestion(world.ports, signedInAs(stranger), id)).toBeNull();
      expect(await say(id, true, stranger)).toEqual({ ok: false, refusal: 'not-found' });
    }
    expect(await status(id)).toMatchObject({ state: 'waiting' });
  });

  it('threat: an agent who is the caller’s manager confirms their own request', async () => {
    world.users.setContacts(jane, {
      phoneNumbers: [],
      manager: { userId: world.agent.userId, recordedAt: null },
    });
    expect(await ask()).toEqual({ ok: false, refusal: 'no-manager-on-record' });
    const byOther = await ask(world.otherAgent);
    if (!byOther.ok) throw new Error(byOther.refusal);
    expect((await say(byOther.value.id, true, world.agent)).ok).toBe(true);
    expect(await invite(byOther.value.id)).toBe('manager-not-confirmed');
    expect(await invite(byOther.value.id, world.otherAgent)).toMatchObject({ state: 'live' });
  });

  it('threat: a caller is their own manager, or has a manager since yesterday', async () => {
    world.users.setContacts(jane, { phoneNumbers: [], manager: { userId: jane.userId, recordedAt: null } });
    expect(await ask()).toEqual({ ok: false, refusal: 'no-manager-on-record' });
    const now = world.ports.clock.now();
    const recordedAt = new Date(now.getTime() - 7 * DAY + 1);
    expect(isLongOnRecord({ recordedAt }, now)).toBe(false);
    world.users.setContacts(jane, { phoneNumbers: [], manager: { userId: world.manager.userId, recordedAt } });
    expect(await ask()).toEqual({ ok: false, refusal: 'no-manager-on-record' });
    world.fake.pass(1);
    expect((await ask()).ok).toBe(true);
  });

  it('threat: another agent, or another caller, has the use of a confirmation', async () => {
    const john = await world.newcomer();
    const id = await asked();
    await say(id);
    expect(await invite(id, world.otherAgent)).toBe('manager-not-confirmed');
    expect(await invite(id, world.agent, john)).toBe('manager-not-confirmed');
    expect(await status(id, world.otherAgent)).toBeNull();
    expect(await invite(id)).toMatchObject({ state: 'live' });
  });

  it('a manager who was replaced, or is disabled, confirms nothing any more', async () => {
    const id = await asked();
    world.users.setContacts(jane, { phoneNumbers: [], manager: { userId: 'approver', recordedAt: null } });
    expect(await say(id)).toEqual({ ok: false, refusal: 'not-found' });
    world.users.setContacts(jane, { phoneNumbers: [], manager: { userId: world.manager.userId, recordedAt: null } });
    await say(id);
    world.users.setContacts(jane, { phoneNumbers: [], manager: null });
    expect(await invite(id)).toBe('manager-not-confirmed');
    const gone = await world.newcomer();
    world.users.disable(gone);
    world.users.setContacts(jane, { phoneNumbers: [], manager: { userId: gone.userId, recordedAt: null } });
    expect(await ask()).toEqual({ ok: false, refusal: 'no-manager-on-record' });
  });

  it('a manager is asked five times in a quarter of an hour at most', async () => {
    for (let times = 0; times < 5; times++) expect((await ask()).ok).toBe(true);
    expect(await ask()).toEqual({ ok: false, refusal: 'asked-too-often' });
    expect(await ask(world.otherAgent)).toEqual({ ok: false, refusal: 'asked-too-often' });
    world.fake.pass(15 * MINUTE);
    expect((await ask()).ok).toBe(true);
  });
}
