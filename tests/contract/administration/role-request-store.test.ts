import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount, takeRole } from '@/lib/administration/change-account';
import { generateRoleRequestId, type RoleRequest } from '@/lib/administration/role-request';
import { systemRandom } from '@/lib/shared/random';
import { HOUR } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../../support/doubles/fake-administration';

const NOTHING = { events: [], messages: [] };
const ROUNDS = 20;

forEachPairOfReplicas((_name, open) => {
  let here: FakeAdministration;
  let there: FakeAdministration;
  let administrator: User;
  let user: User;

  beforeAll(async () => {
    const [first, second] = await open();
    here = fakeAdministration(first);
    there = fakeAdministration(second, here.clock);
  });

  beforeEach(async () => {
    administrator = await here.add(['administrator']);
    user = await here.add();
  });

  async function ask(role: Role = 'auditor', asker = administrator, whom = user): Promise<RoleRequest> {
    const { userId, domain } = whom;
    const times = { requestedAt: here.clock.now(), endsAt: here.clock.in(HOUR) };
    const request = {
      id: generateRoleRequestId(systemRandom),
      userId,
      domain,
      role,
      requestedBy: asker.userId,
      ...times,
    };
    expect(await here.ports.roleRequests.create(request, NOTHING)).toEqual({ ok: true, value: null });
    return request;
  }

  const decide = (request: RoleRequest, decision: 'given' | 'declined' = 'given', world = here) =>
    world.ports.roleRequests.decide(request, decision, 'approver', here.clock.now(), NOTHING);
  const rolesOf = async ({ userId, domain }: User) => (await there.ports.users.find(userId, domain))?.roles;
  const epochOf = async (whom: User) => (await here.ports.sessions.epochOf(whom)).number;

  it('a request is read back as it was made, and waits until it is decided', async () => {
    const request = await ask();
    const { roleRequests } = there.ports;
    expect(await roleRequests.find(request.id)).toEqual(request);
    expect(await roleRequests.listAwaiting(request.domain, 1_000)).toContainEqual(request);
    expect(await roleRequests.listAwaiting('elsewhere', 1_000)).toEqual([]);
    expect(await roleRequests.listOverdue(new Date(request.endsAt.getTime() - 1), 1_000)).not.toContainEqual(request);
    expect(await roleRequests.listOverdue(request.endsAt, 1_000)).toContainEqual(request);
    expect(await decide(request, 'declined')).toEqual({ ok: true, value: null });
    expect(await roleRequests.find(request.id)).toBeNull();
    expect(await roleRequests.listAwaiting(request.domain, 1_000)).not.toContainEqual(request);
    expect(await rolesOf(user)).toEqual(['user']);
  });

  it('a role is requested once at a time for one user', async () => {
    const request = await ask();
    const again = { ...request, id: generateRoleRequestId(systemRandom) };
    expect(await there.ports.roleRequests.create(again, NOTHING)).toEqual({ ok: false, refusal: 'already-asked' });
    await ask('helpdesk-agent');
    await decide(request, 'declined');
    expect(await there.ports.roleRequests.create(again, NOTHING)).toEqual({ ok: true, value: null });
  });

  it('an approved role is granted, and the user has to sign in again', async () => {
    const before = await epochOf(user);
    expect(await decide(await ask())).toEqual({ ok: true, value: null });
    expect(await rolesOf(user)).toEqual(['user', 'auditor']);
    expect(await epochOf(user)).toBe(before + 1);
  });

  it('a request that cannot be met stays as it is, and says why', async () => {
    const request = await ask();
    const other = await ask('helpdesk-agent');
    await disableAccount(here.ports, null, administrator, ORIGIN);
    expect(await decide(request)).toEqual({ ok: false, refusal: 'not-permitted' });
    expect(await here.ports.roleRequests.find(request.id)).toEqual(request);
    expect(await decide(other, 'declined')).toEqual({ ok: true, value: null });
    const asker = await here.add(['administrator']);
    const forHolder = await ask('auditor', asker, await here.add(['auditor']));
    expect(await decide(forHolder)).toEqual({ ok: false, refusal: 'has-role' });
    const disabled = await here.add();
    const forDisabled = await ask('auditor', asker, disabled);
    await disableAccount(here.ports, null, disabled, ORIGIN);
    expect(await decide(forDisabled)).toEqual({ ok: false, refusal: 'not-permitted' });
  });

  it('threat: no user is the second person of their own request, whatever program writes it', async () => {
    const { id } = await ask();
    const write = (decidedBy: string) =>
      there.ports.roleRequests.decide({ ...own, id }, 'given', decidedBy, here.clock.now(), NOTHING);
    const own: RoleRequest = { ...(await ask('helpdesk-agent')), role: 'auditor' };
    await expect(write(administrator.userId)).rejects.toThrow('role_request_four_eyes');
    await expect(write(user.userId)).rejects.toThrow('role_request_four_eyes');
    expect(await rolesOf(user)).toEqual(['user']);
  });

  describe('at once', () => {
    it('threat: two who decide end it once', async () => {
      const request = await ask();
      const both = await Promise.all([decide(request), decide(request, 'declined', there)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await rolesOf(user)).toEqual(both[0].ok ? ['user', 'auditor'] : ['user']);
    });

    it('threat: the word of an administrator who is disabled counts until then, and no longer', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const [asker, somebody] = [await here.add(['administrator']), await here.add()];
        const request = await ask('auditor', asker, somebody);
        const [decided, disabled] = await Promise.all([
          decide(request),
          disableAccount(there.ports, null, asker, ORIGIN),
        ]);
        expect(disabled.ok, `round ${round}`).toBe(true);
        expect(await rolesOf(somebody)).toEqual(decided.ok ? ['user', 'auditor'] : ['user']);
        expect([null, 'not-permitted']).toContain(decided.ok ? null : decided.refusal);
      }
    });

    it('a role that is approved and taken away ends as one of both', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const somebody = await here.add();
        const request = await ask('auditor', administrator, somebody);
        const [decided, taken] = await Promise.all([
          decide(request),
          takeRole(there.ports, null, somebody, 'auditor', ORIGIN),
        ]);
        expect(decided.ok).toBe(true);
        expect(await rolesOf(somebody), `round ${round}`).toEqual(taken.ok ? ['user'] : ['user', 'auditor']);
      }
    });
  });
});
