import { expect, it } from 'vitest';
import { attemptsADay, perDayOfMachine } from '@/lib/accounts/sign-in/limits';
import type { User } from '@/lib/accounts/users/user';
import { removeAccount } from '@/lib/helpdesk/administration/change-account';
import { settleAccount } from '@/lib/helpdesk/administration/settle-account';
import { approve, parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { carryOutApproval, decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { CHANGES } from '@/lib/helpdesk/desk/changes/changes';
import { requestChange } from '@/lib/helpdesk/desk/changes/request-change';
import { listAlarms } from '@/lib/helpdesk/desk/alarms/list-alarms';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { HOUR } from '@/lib/shared/time/duration';
import { accountChanges } from '@/lib/helpdesk/administration/account-changes';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { SCOPES } from '../../../support/servers/api-fixture';
import { ticketSystem } from '../../../support/servers/ticket-system';
import { signedInAs } from '../../../support/doubles/principal';

const ANY = { 'if-match': '*' };
const DONE = { state: 'approved', endedAt: expect.any(Date) };
const full = (user: User) => ({ user, scope: { kind: 'full' } }) as const;

forUseCases((_name, open) => {
  const { current, ask, about, send, types, keyWith } = ticketSystem(open);

  const ports = () => ({
    ...current.world.ports,
    users: current.administration.ports.users,
    accountChanges: accountChanges(current.administration.ports),
  });

  const staff = (userId: string) => ({ ...about.jane, userId, roles: ['helpdesk-approver'] as const });

  function decide(
    answer: { body: Record<string, unknown> },
    by: string,
    decision: 'approved' | 'declined' = 'approved',
  ) {
    const id = parseApprovalId(String(answer.body['id']));
    if (!id) throw new Error(JSON.stringify(answer.body));
    return decideApproval(ports(), CHANGES, signedInAs(staff(by)), id, decision, ORIGIN);
  }

  it('threat: a stolen key disables the staff — each waits for a person who does not hold the key', async () => {
    const { administration } = current;
    const approver = await administration.add(['user', 'helpdesk-approver']);
    const path = `/people/${approver.userId}`;
    const asked = await send('PATCH', path, { state: 'disabled' }, ANY);
    expect([asked.status, asked.body]).toMatchObject([
      202,
      { kind: 'disabling', state: 'awaiting-approval', userId: approver.userId },
    ]);
    expect(asked.headers['location']).toBe(`/api/v1/approvals/${String(asked.body['id'])}`);
    expect((await ask(path, { key: about.key })).body['state']).toBe('enabled');
    expect((await send('PATCH', path, { state: 'disabled' }, ANY)).body['code']).toBe('already-asked');
    // Whoever was shown the key, and whoever is concerned.
    expect(await decide(asked, 'anna')).toMatchObject({ refusal: 'own-request' });
    expect(await decide(asked, approver.userId)).toMatchObject({ refusal: 'own-account' });
    expect(await decide(asked, 'admin')).toMatchObject({ ok: true, value: DONE });
    expect((await ask(path, { key: about.key })).body['state']).toBe('disabled');
    expect(await decide(asked, 'admin')).toMatchObject({ refusal: 'not-awaiting' });
    const approval = await ask(`/approvals/${String(asked.body['id'])}`, { key: about.key });
    expect(approval.body).toMatchObject({ state: 'approved', decidedBy: 'admin' });
    const facts = (await administration.facts(approver)).map(({ type }) => type);
    expect(facts.slice(0, 3)).toEqual(['account-disabled', 'change-approved', 'change-requested']);
    expect((await send('PATCH', path, { state: 'enabled' }, ANY)).body['code']).toBe('not-permitted');
  });

  it('threat: a stolen key takes the roles of staff and locks their devices — both wait, others are done', async () => {
    const { administration, world } = current;
    const auditor = await administration.add(['user', 'auditor']);
    const role = await send('DELETE', `/people/${auditor.userId}/roles/auditor`);
    expect([role.status, role.body]).toMatchObject([202, { kind: 'role-removal', role: 'auditor' }]);
    const missing = await send('DELETE', `/people/${auditor.userId}/roles/administrator`);
    expect([missing.status, missing.body['code']]).toEqual([409, 'lacks-role']);
    const { instanceId } = await world.activate(auditor);
    const device = `/people/${auditor.userId}/devices/${instanceId}`;
    const lock = await send('PATCH', device, { state: 'locked' }, ANY);
    expect([lock.status, lock.body]).toMatchObject([202, { kind: 'locking', deviceId: instanceId }]);
    expect((await ask(device, { key: about.key })).body['state']).toBe('active');
    expect(await decide(lock, 'approver')).toMatchObject({ ok: true });
    expect((await ask(device, { key: about.key })).body).toMatchObject({ state: 'locked', lockedFor: ['helpdesk'] });
    expect(await decide(role, 'approver')).toMatchObject({ ok: true });
    expect((await ask(`/people/${auditor.userId}`, { key: about.key })).body['roles']).toEqual(['user']);

    const own = await world.activate(about.jane);
    const at = `${about.path}/devices/${own.instanceId}`;
    expect((await send('PATCH', at, { state: 'locked' }, ANY)).status).toBe(200);
    expect((await send('DELETE', `${about.path}/roles/user`)).status).toBe(200);
  });

  it('a deletion is asked for, and carried out as administrators do it', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    expect((await send('DELETE', path)).status).toBe(428);
    const asked = await send('DELETE', path, undefined, ANY);
    expect([asked.status, asked.body['kind']]).toEqual([202, 'deletion']);
    const again = await send('DELETE', path, undefined, ANY);
    expect(again.body['code']).toBe('already-asked');
    expect((await ask(path, { key: about.key })).body['state']).toBe('enabled');
    expect(await decide(asked, 'admin')).toMatchObject({ ok: true, value: DONE });
    expect((await ask(path, { key: about.key })).body['state']).toBe('being-removed');
    const account = await current.administration.accounts.find(jane);
    if (!account) throw new Error('gone too early');
    await settleAccount({ ...current.world.ports, ...current.administration.ports }, account);
    expect((await ask(path, { key: about.key })).status).toBe(404);
    expect(await current.world.ports.directory.list(jane)).toEqual([]);
    expect((await types()).slice(0, 2)).toEqual(['account-removed', 'authenticator-removed']);
    expect(instanceId).not.toBe('');
  });

  it('a request that is declined or expires changes nothing', async () => {
    const declined = await send('DELETE', about.path, undefined, ANY);
    expect(await decide(declined, 'admin', 'declined')).toMatchObject({ value: { state: 'declined' } });
    const late = await send('DELETE', about.path, undefined, ANY);
    current.world.fake.pass(HOUR);
    expect(await decide(late, 'admin')).toMatchObject({ refusal: 'not-awaiting' });
    await current.world.watch();
    const { body } = await ask(`/approvals/${String(late.body['id'])}`, { key: about.key });
    expect(body).toMatchObject({ state: 'expired', decidedBy: null, endsAt: null });
    expect((await ask(about.path, { key: about.key })).body['state']).toBe('enabled');
    expect((await types()).slice(0, 2)).toEqual(['change-request-expired', 'change-requested']);
  });

  it('a request that a rule forbids by the time of its approval is withdrawn', async () => {
    const { administration } = current;
    const admin = await administration.add(['user', 'administrator']);
    // The only administrators besides are disabled first, so that this one is the last.
    for (const { user, disabledAt } of await administration.accounts.list(admin.domain, null, 1_000)) {
      if (!user.roles.includes('administrator') || user.userId === admin.userId || disabledAt) continue;
      await administration.accounts.takeRole(
        { user, by: null, at: administration.clock.now(), sideEffects: { events: [], messages: [] } },
        'administrator',
      );
    }
    const asked = await send('PATCH', `/people/${admin.userId}`, { state: 'disabled' }, ANY);
    expect(await decide(asked, 'approver')).toMatchObject({ value: { state: 'withdrawn' } });
    expect((await ask(`/people/${admin.userId}`, { key: about.key })).body['state']).toBe('enabled');
  });

  it('a lock that a machine set is lifted by two, whether the machine asks or the helpdesk', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    const device = `${path}/devices/${instanceId}`;
    const state = async () => (await ask(device, { key: about.key })).body['state'];

    await send('PATCH', device, { state: 'locked' }, ANY);
    const asked = await send('POST', `${device}/unlockings`, { ticket: 'INC-7' });
    expect([asked.status, asked.body]).toMatchObject([202, { kind: 'unlocking', ticket: 'INC-7' }]);
    expect(await decide(asked, 'anna')).toMatchObject({ refusal: 'own-request' });
    expect(await state()).toBe('locked');
    expect(await decide(asked, 'approver')).toMatchObject({ value: DONE });
    expect(await state()).toBe('active');
    expect((await types())[0]).toBe('device-unlocked-by-helpdesk');

    await send('PATCH', device, { state: 'locked' }, ANY);
    const change = { change: 'unlock-device', role: null, instanceId, ticket: 'INC-8' } as const;
    const byAgent = await requestChange(ports(), full(staff('agent')), jane, change, ORIGIN);
    if (!byAgent.ok) throw new Error(byAgent.refusal);
    const by = (userId: string) =>
      decideApproval(ports(), CHANGES, signedInAs(staff(userId)), byAgent.value.id, 'approved', ORIGIN);
    expect(await by('agent')).toMatchObject({ refusal: 'own-request' });
    expect(await by(jane.userId)).toMatchObject({ refusal: 'own-account' });
    expect(await by('approver')).toMatchObject({ ok: true });
    expect(await state()).toBe('active');
  });

  it('threat: a machine unlocks what staff or the owner locked — it may not, nor does an old request', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    const device = `${path}/devices/${instanceId}`;
    const unlock = () => send('POST', `${device}/unlockings`, { ticket: 'INC-9' });
    expect((await unlock()).body['code']).toBe('lock-not-by-system');
    await send('PATCH', device, { state: 'locked' }, ANY);
    const asked = await unlock();
    // A colleague locks it meanwhile: that lock is another.
    await lockDevice(current.world.ports, full(staff('agent')), jane, instanceId, ORIGIN);
    expect((await unlock()).body['code']).toBe('lock-not-by-system');
    expect(await decide(asked, 'approver')).toMatchObject({ value: { state: 'withdrawn' } });
    expect((await ask(device, { key: about.key })).body['state']).toBe('locked');
  });

  it('a machine’s lock is lifted, and its person’s own stays', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    const device = `${path}/devices/${instanceId}`;
    await send('PATCH', device, { state: 'locked' }, ANY);
    await current.world.ports.holds.hold(instanceId, 'person', current.world.ports.clock.now());
    const asked = await send('POST', `${device}/unlockings`, { ticket: 'INC-9' });
    expect(await decide(asked, 'approver')).toMatchObject({ value: DONE });
    expect((await ask(device, { key: about.key })).body).toMatchObject({ state: 'locked', lockedFor: ['person'] });
  });

  it('an unlocking that the gateway does not answer stays due, and the next round does it', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    const device = `${path}/devices/${instanceId}`;
    await send('PATCH', device, { state: 'locked' }, ANY);
    const asked = await send('POST', `${device}/unlockings`, { ticket: 'INC-9' });
    current.world.directory.isReachable = false;
    expect(await decide(asked, 'approver')).toMatchObject({ value: { state: 'approved', endedAt: null } });
    expect((await ask(device, { key: about.key })).body).toMatchObject({ state: 'locked', lockedFor: ['helpdesk'] });
    current.world.directory.isReachable = true;
    expect(await current.world.watch()).toEqual([]);
    expect((await ask(device, { key: about.key })).body['state']).toBe('active');
    const due = (await ports().approvals.listDue(CHANGES, ports().clock.now(), 100)).find(
      ({ userId }) => userId === jane.userId,
    );
    expect(due).toBeUndefined();
  });

  it('threat: a stolen key locks every device — after a day’s budget no more, and staff are alarmed once', async () => {
    const { jane, path } = about;
    const { instanceId } = await current.world.activate(jane);
    const device = `${path}/devices/${instanceId}`;
    const name = `Fraud ${jane.userId}`;
    const id = `sva-${'f'.repeat(32)}`;
    const key = keyWith(SCOPES, { id, name });
    const lock = () => ask(device, { method: 'PATCH', key, body: { state: 'locked' }, headers: ANY });
    const { rateLimiter } = current.world.ports;
    const { outbox } = current.world.stores;
    for (let taken = 1; taken < attemptsADay('device-locks'); taken++)
      await rateLimiter.take([perDayOfMachine('device-locks', id)]);
    expect((await lock()).status).toBe(200);
    const refused = await lock();
    expect([refused.status, refused.body['code']]).toEqual([429, 'daily-budget-used-up']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_600);
    expect((await lock()).status).toBe(429);
    const mine = (await listAlarms(current.world.ports, jane.domain)).filter(
      (alarm) => alarm.kind === 'budget-used-up' && alarm.system === name,
    );
    expect(mine).toMatchObject([{ budget: 'device-locks' }]);
    const { mail } = await outbox.state(EVERY_DOMAIN);
    expect(mail.pending).toBeGreaterThan(0);
    // Another account has a budget of its own, and so has what this one asks for.
    expect((await send('PATCH', device, { state: 'locked' }, ANY)).status).toBe(200);
    expect((await ask(`${device}/unlockings`, { method: 'POST', key, body: { ticket: 'T' } })).status).toBe(202);
  });

  it('a change that was cut off before it was carried out is finished by the round, once', async () => {
    const asked = await send('DELETE', about.path, undefined, ANY);
    const id = parseApprovalId(String(asked.body['id']));
    const request = id && (await ports().approvals.find(CHANGES, id, 'example.org'));
    if (!request) throw new Error('not there');
    if (request.state !== 'awaiting') throw new Error(request.state);
    const approved = approve(request, 'admin', null);
    await ports().approvals.save(CHANGES, approved, { events: [], messages: [] });
    // It was done, and the process died before that was saved.
    await removeAccount(current.administration.ports, null, about.jane, ORIGIN);
    await carryOutApproval(ports(), CHANGES, approved);
    expect(await ports().approvals.find(CHANGES, request.id, 'example.org')).toMatchObject(DONE);
  });
});
