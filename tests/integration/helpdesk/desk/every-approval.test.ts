import { beforeAll, describe, expect, it } from 'vitest';
import { offerApprovals } from '@/lib/server/composition/open-approvals';
import { offer } from '@/lib/helpdesk/approvals/offered-kind';
import { settleApprovals } from '../../../support/settle-approvals';
import { ACCOUNT_REQUESTS } from '@/lib/helpdesk/service-accounts/account-request';
import { ROLE_REQUESTS } from '@/lib/helpdesk/administration/role-request';
import type { Principal } from '@/lib/accounts/users/principal';
import type { User } from '@/lib/accounts/users/user';
import { requestRole } from '@/lib/helpdesk/administration/request-role';
import { listRoleRequests } from '@/lib/helpdesk/administration/list-role-requests';
import { ownContext } from '@/lib/audit/audit-context';
import { approveInvitation, declineInvitation } from '@/lib/helpdesk/invitations/decide-invitation';
import { listApprovals } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { decideApproval } from '@/lib/helpdesk/approvals/decide-approval';
import { CHANGES } from '@/lib/helpdesk/desk/changes/changes';
import { listChanges } from '@/lib/helpdesk/desk/changes/list-changes';
import { requestChange } from '@/lib/helpdesk/desk/changes/request-change';
import { freezeAccount } from '@/lib/helpdesk/safety/freeze/freeze-account';
import { requestLift } from '@/lib/helpdesk/safety/freeze/request-lift';
import { LIFTS } from '@/lib/helpdesk/safety/freeze/lifts';
import { listLifts } from '@/lib/helpdesk/safety/freeze/list-lifts';
import { REMOVALS } from '@/lib/helpdesk/desk/removal/removals';
import { requestRemoval } from '@/lib/helpdesk/desk/removal/request-removal';
import { lockDevice } from '@/lib/helpdesk/safety/locks/lock-device';
import { listAccountRequests } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { requestServiceAccount } from '@/lib/helpdesk/service-accounts/request-account';
import type { Result } from '@/lib/shared/result';
import { HOUR } from '@/lib/shared/time/duration';
import { forUseCases } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { databaseServiceAccounts, newServiceAccount, valueOf } from '../../../support/doubles/fake-service-accounts';
import type { FakeServiceAccounts } from '../../../support/doubles/fake-service-accounts';
import { signedInAs } from '../../../support/doubles/principal';
import { invite } from './typed-reissue';

type Worlds = { helpdesk: FakeHelpdesk; administration: FakeAdministration; systems: FakeServiceAccounts };

/** One request that waits. @property listed whether its queue shows it to a reader */
type Waiting = {
  decide: (decider: Principal, decision: 'approved' | 'declined') => Promise<Result<unknown, string>>;
  listed: (reader: User) => Promise<boolean>;
  requester: User;
  deciders: readonly User['roles'][number][];
  passAnHour: () => void;
  expire: () => Promise<unknown>;
};

/** How each kind of request is made and decided. */
const KINDS: Readonly<Record<string, (worlds: Worlds) => Promise<Waiting>>> = {
  invitation: async ({ helpdesk }) => {
    const { ports } = helpdesk;
    const { id } = await invite(helpdesk, await helpdesk.newcomer('board'));
    return {
      ...atHelpdesk(helpdesk),
      decide: (decider, decision) =>
        (decision === 'approved' ? approveInvitation : declineInvitation)(ports, decider, id, ORIGIN),
      listed: async (reader) => (await listApprovals(ports, reader)).some((one) => one.id === id),
    };
  },
  removal: async ({ helpdesk }) => {
    const { ports, agent } = helpdesk;
    const jane = await helpdesk.newcomer();
    const { instanceId } = await helpdesk.activate(jane);
    const typed = { instanceId, reason: 'lost', ticket: 'T-1', justification: null } as const;
    const { id } = valueOf(await requestRemoval(ports, signedInAs(agent), jane, typed, ORIGIN));
    return {
      ...atHelpdesk(helpdesk),
      decide: (decider, decision) => decideApproval(ports, REMOVALS, decider, id, decision, ORIGIN),
      listed: async (reader) => (await listApprovals(ports, reader)).some((one) => one.id === id),
    };
  },
  lift: async ({ helpdesk }) => {
    const { ports, agent } = helpdesk;
    const jane = await helpdesk.newcomer();
    await freezeAccount(ports, jane, 'person', ownContext(jane, ORIGIN));
    const typed = { ticket: 'T-1', notes: [{ method: 'manager', detail: 'Max Poe' }] } as const;
    const lift = valueOf(await requestLift(ports, signedInAs(agent), jane, typed, ORIGIN));
    return {
      ...atHelpdesk(helpdesk),
      decide: (decider, decision) => decideApproval(ports, LIFTS, decider, lift.id, decision, ORIGIN),
      listed: async (reader) => (await listLifts(ports, reader)).some(({ id }) => id === lift.id),
    };
  },
  change: async ({ helpdesk }) => {
    const { ports, agent } = helpdesk;
    const jane = await helpdesk.newcomer();
    const { instanceId } = await helpdesk.activate(jane);
    const machine = {
      id: 'svc-1',
      name: 'Tickets',
      domain: jane.domain,
      scopes: new Set(['device:lock']),
      keyShownTo: 'key.holder',
    };
    await lockDevice(ports, machine, jane, instanceId, ORIGIN);
    const change = { change: 'unlock-device', role: null, instanceId, ticket: 'T-1' } as const;
    const { id } = valueOf(await requestChange(ports, signedInAs(agent), jane, change, ORIGIN));
    return {
      ...atHelpdesk(helpdesk),
      deciders: ['helpdesk-approver', 'administrator'],
      decide: (decider, decision) => decideApproval(ports, CHANGES, decider, id, decision, ORIGIN),
      listed: async (reader) => (await listChanges(ports, reader)).some((one) => one.id === id),
    };
  },
  role: async ({ administration }) => {
    const { ports, clock } = administration;
    const [requester, user] = [await administration.add(['administrator']), await administration.add()];
    const { id } = valueOf(await requestRole(ports, signedInAs(requester), user, 'auditor', ORIGIN));
    return {
      requester,
      deciders: ['helpdesk-approver', 'administrator'],
      passAnHour: () => clock.pass(HOUR),
      expire: () => settleApprovals(offer(ports, ROLE_REQUESTS)),
      decide: (decider, decision) => decideApproval(ports, ROLE_REQUESTS, decider, id, decision, ORIGIN),
      listed: async (reader) => (await listRoleRequests(ports, reader)).some((one) => one.id === id),
    };
  },
  'service-account': async ({ systems }) => {
    const { ports, clock } = systems;
    const requester = await systems.add(['administrator']);
    const account = newServiceAccount(clock);
    const { id } = valueOf(await requestServiceAccount(ports, signedInAs(requester), account, ORIGIN));
    return {
      requester,
      deciders: ['helpdesk-approver', 'administrator'],
      passAnHour: () => clock.pass(HOUR),
      expire: () => settleApprovals(offer(ports, ACCOUNT_REQUESTS)),
      decide: (decider, decision) => decideApproval(ports, ACCOUNT_REQUESTS, decider, id, decision, ORIGIN),
      listed: async (reader) => (await listAccountRequests(ports, reader)).some((one) => one.id === id),
    };
  },
};

function atHelpdesk(helpdesk: FakeHelpdesk) {
  const deciders: Waiting['deciders'] = ['helpdesk-approver'];
  return {
    requester: helpdesk.agent,
    deciders,
    passAnHour: () => helpdesk.fake.pass(HOUR),
    expire: () => helpdesk.watch(),
  };
}

function somebody(roles: User['roles'], domain = 'example.org'): Principal {
  const names = { displayName: 'Somebody Else', mailAddresses: [], language: 'en' } as const;
  const rest = { timeZone: null, group: null, bar: null } as const;
  return signedInAs({ userId: 'somebody.else', domain, roles, ...names, ...rest });
}

const DECISIONS = ['approved', 'declined'] as const;

forUseCases((_name, open) => {
  let worlds: Worlds;

  beforeAll(async () => {
    const database = await open();
    worlds = {
      helpdesk: await fakeHelpdesk(onDatabase(database)),
      administration: fakeAdministration(database),
      systems: databaseServiceAccounts(database),
    };
  });

  it('every kind that the site offers is tested here', () => {
    const { helpdesk, administration, systems } = worlds;
    const rooms = { helpdesk: helpdesk.ports, administration: administration.ports, serviceAccounts: systems.ports };
    const offered = offerApprovals(rooms);
    expect(offered.map(({ name }) => name).toSorted()).toEqual(Object.keys(KINDS).toSorted());
  });

  describe.each(Object.entries(KINDS))('a second person for: %s', (_kind, make) => {
    const ask = () => make(worlds);

    it.each(DECISIONS)(
      'threat: staff of another domain learn the identifier — nothing is %s by them',
      async (decision) => {
        const waiting = await ask();
        const stranger = somebody(waiting.deciders, 'elsewhere');
        expect(await waiting.decide(stranger, decision)).toEqual({ ok: false, refusal: 'not-found' });
        expect(await waiting.listed(stranger.user)).toBe(false);
        const approver = somebody(waiting.deciders);
        expect(await waiting.listed(approver.user)).toBe(true);
        expect(await waiting.decide(approver, decision)).toMatchObject({ ok: true });
        expect(await waiting.listed(approver.user)).toBe(false);
      },
    );

    it.each(DECISIONS)(
      'threat: a user without the permission, or in an invited session — nothing is %s',
      async (decision) => {
        const waiting = await ask();
        const refused = { ok: false, refusal: 'not-found' };
        expect(await waiting.decide(somebody(['user', 'helpdesk-agent', 'auditor']), decision)).toEqual(refused);
        for (const role of waiting.deciders) {
          const halfSignedIn = { ...somebody([role]), scope: { kind: 'own-account' } } as const;
          expect(await waiting.decide(halfSignedIn, decision)).toEqual(refused);
        }
        expect(await waiting.listed(somebody(waiting.deciders).user)).toBe(true);
      },
    );

    it.each(DECISIONS)('threat: one person is both — nothing is %s by who asked', async (decision) => {
      const waiting = await ask();
      const both = signedInAs({ ...waiting.requester, roles: waiting.deciders });
      expect(await waiting.decide(both, decision)).toEqual({ ok: false, refusal: 'own-request' });
    });

    it.each(DECISIONS)(
      'a request can be %s until it expires, and not afterwards, before and after the round',
      async (decision) => {
        const waiting = await ask();
        const approver = somebody(waiting.deciders);
        waiting.passAnHour();
        expect(await waiting.listed(approver.user)).toBe(false);
        expect(await waiting.decide(approver, decision)).toEqual({ ok: false, refusal: 'not-awaiting' });
        await waiting.expire();
        expect(await waiting.decide(approver, decision)).toMatchObject({ ok: false });
      },
    );
  });
});
