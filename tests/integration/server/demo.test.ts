import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { addDemoAccounts } from '@/lib/accounts/users/add-demo-accounts';
import { splitEvent } from '@/lib/audit/audit-record';
import { declarationOf } from '@/lib/audit/event-catalogue';
import { group } from '@/lib/audit/properties';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import { services, type Services } from '@/lib/server/composition/compose';
import { demoPeople } from '@/lib/server/demo/demo-people';
import { DemoSite } from '@/lib/server/demo/demo-site';
import { seedDemoWeek, WEEK_MS } from '@/lib/server/demo/seed-demo-week';
import { listApprovals } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { listInvitations } from '@/lib/helpdesk/invitations/list-invitations';
import { statusOf } from '@/lib/helpdesk/service-accounts/service-account';
import { lastDays } from '@/lib/shared/time/period';
import { EVERY_DOMAIN } from '@/lib/shared/identifiers/user-key';

const PASSWORD = 'correct horse battery staple';

let opened: Services;

/** What a start does. */
async function begin(): Promise<string | null> {
  const past = new DemoSite(opened, WEEK_MS);
  const others = demoPeople(opened.config.domain);
  const options = { password: PASSWORD, withStaff: true, others };
  const added = await addDemoAccounts(past.services.accounts, options, () => {});
  if (added !== null) await seedDemoWeek(past, added);
  return added;
}

beforeAll(async () => {
  vi.stubEnv('TESSERA_DATA_DIR', join(inject('runDirectory'), 'demo'));
  vi.stubEnv('TESSERA_LOG_LEVEL', 'silent');
  opened = await services();
  await begin();
});

afterAll(() => opened.close());

it('the demo’s audit log is in order, and its chain verifies', async () => {
  expect(await verifyAuditChain(opened.audit.audit, opened.audit.hashes)).toMatchObject({ intact: true });
  const times = (await opened.audit.audit.read(0, 1_000)).map(({ at }) => at.getTime());
  expect(times.length).toBeGreaterThan(100);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(times.at(-1)).toBeLessThanOrEqual(Date.now());
});

it('the facts of every record are those that its event declares', async () => {
  const facts = (await opened.audit.audit.read(0, 1_000)).map(({ event }) => splitEvent(event).fact);
  const undeclared = facts.filter(({ type, ...fact }) => !group(declarationOf(type).facts).is(fact));
  expect(undeclared).toEqual([]);
  expect(new Set(facts.map(({ type }) => type)).size).toBeGreaterThan(30);
});

it('the demo has activations that succeeded and failed, over a week', async () => {
  const { activations, clock } = opened.statistics;
  const outcomes = await activations.outcomes({ period: lastDays(8, clock.now()), domain: EVERY_DOMAIN });
  expect(new Set(outcomes.map(({ state }) => state))).toEqual(new Set(['active', 'cancelled', 'expired', 'failed']));
});

it('the demo has work for an agent and an approver, and no pending mail', async () => {
  const { helpdesk, accounts, config, messaging } = opened;
  const approver = await accounts.users.find('approver', config.domain);
  if (!approver) throw new Error('there is no approver');
  expect(await listApprovals(helpdesk, approver)).toMatchObject([{ kind: 'removal', userId: 'ada.lovelace' }]);
  const open = (await listInvitations(helpdesk, config.domain)).filter(({ state }) => state === 'live');
  expect(open.map(({ userId }) => userId).sort()).toEqual(['emmy.noether', 'lise.meitner']);
  expect(await messaging.outbox.lease('mail', messaging.clock.now(), messaging.clock.now(), 1)).toEqual([]);
});

it('the demo has service accounts in every state, whose keys are stored nowhere', async () => {
  const { accounts, clock } = opened.serviceAccounts;
  const listed = await accounts.list(opened.config.domain, 10);
  const states = Object.fromEntries(listed.map((account) => [account.name, statusOf(account, clock.now())]));
  expect(states).toEqual({ 'Ticket system': 'active', 'Fraud desk': 'suspended', 'Online banking': 'no-key' });
  expect(listed.flatMap(({ keys }) => keys.map(({ shownTo }) => shownTo))).toEqual(['administrator', 'administrator']);
  const records = JSON.stringify((await opened.audit.audit.read(0, 1_000)).map(({ event }) => event));
  expect(records).toContain('service-key-made');
  expect(records).not.toMatch(/tes_[0-9a-z]{12}_/);
});

it('the demo is seeded once', async () => {
  const count = await opened.accounts.users.addsUsers?.count(1_000);
  expect(await begin()).toBeNull();
  expect(await opened.accounts.users.addsUsers?.count(1_000)).toBe(count);
});
