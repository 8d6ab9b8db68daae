import { beforeEach, describe, expect, it } from 'vitest';
import { offer } from '@/lib/helpdesk/approvals/offered-kind';
import { settleApprovals } from '../../../support/settle-approvals';
import { parseApprovalId } from '@/lib/helpdesk/approvals/approval';
import { ACCOUNT_REQUESTS } from '@/lib/helpdesk/service-accounts/account-request';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import type { User } from '@/lib/accounts/users/user';
import {
  changeServiceLimits,
  removeScopes,
  resumeServiceAccount,
  suspendServiceAccount,
} from '@/lib/helpdesk/service-accounts/change-account';
import { listAccountRequests } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { makeFirstKey, rotateServiceKey } from '@/lib/helpdesk/service-accounts/make-key';
import { requestScopes, requestServiceAccount } from '@/lib/helpdesk/service-accounts/request-account';
import {
  parseServiceAccountId,
  statusOf,
  widens,
  type ServiceAccountId,
} from '@/lib/helpdesk/service-accounts/service-account';
import { notifyExpiringKeys } from '@/lib/helpdesk/service-accounts/notify-expiring';
import { parseNetworkRange } from '@/lib/shared/network-range';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import {
  madeServiceAccount,
  memoryServiceAccounts,
  newServiceAccount,
  valueOf,
  type FakeServiceAccounts,
} from '../../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../../support/doubles/principal';

let world: FakeServiceAccounts;
let administrator: User;
let another: User;
let approver: User;

beforeEach(async () => {
  world = memoryServiceAccounts();
  administrator = await world.add(['administrator']);
  another = await world.add(['administrator']);
  approver = await world.add(['helpdesk-approver']);
});

async function asked(by = administrator) {
  const account = newServiceAccount(world.clock);
  const { id, subject } = valueOf(await requestServiceAccount(world.ports, signedInAs(by), account, ORIGIN));
  return { id, accountId: subject.accountId };
}

const made = async () => (await madeServiceAccount(world, { administrator, approver })).id;

const facts = async (id: ServiceAccountId) =>
  (await world.audit.listForServiceAccount(id, EVERY_DOMAIN, 50)).map(({ event }) => event).toReversed();

async function mailed(): Promise<string[]> {
  await world.mailbox.about('nobody');
  const received = world.mailbox.received.splice(0);
  return received
    .map(({ to, content }) => `${content.kind} to ${to}`)
    .toSorted((left, right) => (left < right ? -1 : 1));
}

const mailTo = (kind: string, ...users: User[]) => users.map(({ userId }) => `${kind} to ${userId}@example.org`);

describe('a new account', () => {
  it('an account exists once a second person agrees, and its key is shown once to the requester', async () => {
    const { id, accountId } = await asked();
    expect([parseApprovalId(id), parseServiceAccountId(accountId)]).toEqual([id, accountId]);
    expect(await mailed()).toEqual(mailTo('service-account-requested', another, approver));
    expect(await world.ports.accounts.find(accountId, 'example.org')).toBeNull();
    valueOf(await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs(approver), id, 'approved', ORIGIN));
    const account = await world.ports.accounts.find(accountId, 'example.org');
    expect(account && statusOf(account, world.clock.now())).toBe('no-key');
    for (const other of [another, approver])
      expect(await makeFirstKey(world.ports, signedInAs(other), accountId, ORIGIN)).toEqual({
        ok: false,
        refusal: 'not-requester',
      });
    const key = valueOf(await makeFirstKey(world.ports, signedInAs(administrator), accountId, ORIGIN));
    expect(await mailed()).toEqual(mailTo('service-key-made', administrator, another));
    expect(await makeFirstKey(world.ports, signedInAs(administrator), accountId, ORIGIN)).toEqual({
      ok: false,
      refusal: 'has-key',
    });
    const records = await facts(accountId);
    expect(records.map(({ type }) => type)).toEqual([
      'service-account-requested',
      'service-account-made',
      'service-account-change-refused',
      'service-account-change-refused',
      'service-key-made',
      'service-account-change-refused',
    ]);
    expect(JSON.stringify([records, world.mailbox.received])).not.toContain(key.split('_')[2]);
  });

  it('threat: a new account is not decided by its requester, whatever their roles and spelling', async () => {
    const both = await world.add(['administrator', 'helpdesk-approver']);
    const { id } = await asked(both);
    for (const userId of [both.userId, both.userId.toUpperCase()])
      expect(
        await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs({ ...both, userId }), id, 'approved', ORIGIN),
      ).toEqual({
        ok: false,
        refusal: 'own-request',
      });
    const [listed] = await listAccountRequests(world.ports, both);
    expect(listed?.obstacle).toBe('own-request');
    expect((await listAccountRequests(world.ports, another))[0]?.obstacle).toBeNull();
  });

  it('threat: a new account is neither seen nor decided from another domain', async () => {
    const { id, accountId } = await asked();
    const elsewhere = { ...another, domain: 'elsewhere.example' };
    expect(await listAccountRequests(world.ports, elsewhere)).toEqual([]);
    expect(
      await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs(elsewhere), id, 'approved', ORIGIN),
    ).toMatchObject({
      ok: false,
    });
    valueOf(await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs(approver), id, 'approved', ORIGIN));
    expect(await suspendServiceAccount(world.ports, signedInAs(elsewhere), accountId, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-found',
    });
  });

  it('threat: a new account is not made on the word of an administrator who was disabled meanwhile', async () => {
    const { id, accountId } = await asked();
    await world.disable(administrator);
    expect(await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs(approver), id, 'approved', ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
    expect(await world.ports.accounts.find(accountId, 'example.org')).toBeNull();
  });

  it('a request for an account expires, and can then not be decided', async () => {
    const { id, accountId } = await asked();
    world.clock.pass(HOUR);
    expect(await listAccountRequests(world.ports, another)).toEqual([]);
    expect(await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs(approver), id, 'approved', ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-awaiting',
    });
    await settleApprovals(offer(world.ports, ACCOUNT_REQUESTS));
    await settleApprovals(offer(world.ports, ACCOUNT_REQUESTS));
    const ends = (await facts(accountId)).filter(({ type }) => type === 'service-account-request-expired');
    expect(ends).toHaveLength(1);
  });
});

describe('more scopes', () => {
  it('more scopes take a second person, who sees the existing ones, and fewer take one press', async () => {
    const id = await made();
    const more = { id, added: ['user:find', 'audit:read'] as const };
    const request = valueOf(await requestScopes(world.ports, signedInAs(another), more, ORIGIN));
    expect(request.subject.scopes).toEqual(['audit:read']);
    const [listed] = await listAccountRequests(world.ports, approver);
    expect(listed).toMatchObject({ limits: null, present: ['user:find', 'user:view'], scopes: ['audit:read'] });
    expect((await world.ports.accounts.find(id, 'example.org'))?.scopes).toEqual(['user:find', 'user:view']);
    const fewer = { id, removed: new Set(['user:view'] as const) };
    valueOf(await removeScopes(world.ports, signedInAs(another), fewer, ORIGIN));
    valueOf(await decideApproval(world.ports, ACCOUNT_REQUESTS, signedInAs(approver), request.id, 'approved', ORIGIN));
    expect((await world.ports.accounts.find(id, 'example.org'))?.scopes).toEqual(['user:find', 'audit:read']);
  });

  it('existing scopes are not requested again, and the last scope is not removed', async () => {
    const id = await made();
    expect(await requestScopes(world.ports, signedInAs(another), { id, added: ['user:find'] }, ORIGIN)).toEqual({
      ok: false,
      refusal: 'has-scopes',
    });
    const all = { id, removed: new Set(['user:find', 'user:view'] as const) };
    expect(await removeScopes(world.ports, signedInAs(another), all, ORIGIN)).toEqual({
      ok: false,
      refusal: 'no-scope-left',
    });
  });
});

describe('changes of an account', () => {
  it('threat: an account is not changed by an administrator who was disabled meanwhile, and each try is recorded', async () => {
    const id = await made();
    await world.disable(another);
    const by = signedInAs(another);
    for (const change of [
      () => suspendServiceAccount(world.ports, by, id, ORIGIN),
      () => rotateServiceKey(world.ports, by, { id, overlapMs: 0 }, ORIGIN),
    ])
      expect(await change()).toEqual({ ok: false, refusal: 'not-permitted' });
    expect((await facts(id)).slice(-2)).toMatchObject([
      { type: 'service-account-change-refused', change: 'suspend', reason: 'not-permitted' },
      { type: 'service-account-change-refused', change: 'make-key', reason: 'not-permitted' },
    ]);
  });

  it('threat: limits that let more in take proofs, in the moment in which they are saved', async () => {
    const id = await made();
    const by = signedInAs(another);
    const { networks, requestsPerMinute, expiresAt } =
      (await world.ports.accounts.find(id, 'example.org')) ?? newServiceAccount(world.clock);
    const own = { networks, requestsPerMinute, expiresAt };
    const change = (given: object, isProved = false) =>
      changeServiceLimits(world.ports, by, { id, limits: { ...own, ...given }, isProved }, ORIGIN);
    const inside = parseNetworkRange('10.1.0.0/16');
    expect((await change({ networks: [inside] })).ok).toBe(true);
    for (const wider of [
      {},
      { networks: [parseNetworkRange('10.0.0.0/8')] },
      { networks: [inside, parseNetworkRange('::/0')] },
    ])
      expect(await change(wider)).toEqual({ ok: false, refusal: 'takes-proof' });
    for (const wider of [{ requestsPerMinute: 61 }, { expiresAt: new Date(expiresAt.getTime() + 1) }])
      expect(await change({ networks: [inside], ...wider })).toEqual({ ok: false, refusal: 'takes-proof' });
    expect((await change({ networks: [parseNetworkRange('10.1.2.3')], requestsPerMinute: 1 })).ok).toBe(true);
    expect((await change({}, true)).ok).toBe(true);
    expect(widens(own, own)).toBe(false);
  });

  it('a change that changes nothing is refused, and any change after the end', async () => {
    const id = await made();
    const by = signedInAs(another);
    expect(await resumeServiceAccount(world.ports, by, id, ORIGIN)).toEqual({ ok: false, refusal: 'not-suspended' });
    valueOf(await suspendServiceAccount(world.ports, by, id, ORIGIN));
    expect(await suspendServiceAccount(world.ports, by, id, ORIGIN)).toEqual({
      ok: false,
      refusal: 'already-suspended',
    });
    world.clock.pass(91 * DAY);
    expect(await rotateServiceKey(world.ports, by, { id, overlapMs: 0 }, ORIGIN)).toEqual({
      ok: false,
      refusal: 'expired',
    });
  });
});

describe('administrators', () => {
  it('administrators are notified of a new key, and once of an expiry 14 days before', async () => {
    const id = await made();
    await mailed();
    valueOf(await rotateServiceKey(world.ports, signedInAs(another), { id, overlapMs: DAY }, ORIGIN));
    expect(await mailed()).toEqual(mailTo('service-key-replaced', administrator, another));
    world.clock.pass(76 * DAY);
    await notifyExpiringKeys(world.ports);
    expect(await mailed()).toEqual([]);
    world.clock.pass(1);
    await notifyExpiringKeys(world.ports);
    await notifyExpiringKeys(world.ports);
    expect(await mailed()).toEqual(mailTo('service-account-expiring', administrator, another));
  });
});
