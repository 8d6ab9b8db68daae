import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { disableAccount, takeRole } from '@/lib/helpdesk/administration/change-account';
import { ROLE_REQUESTS, type AskedRole, type RoleRequest } from '@/lib/helpdesk/administration/role-request';
import { approve, decline, generateApprovalId, type Awaiting } from '@/lib/helpdesk/approvals/approval';
import { newApproval } from '@/lib/helpdesk/approvals/request-approval';
import { systemRandom } from '@/lib/shared/random';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { signedInAs } from '../../../support/doubles/principal';
import { fakeAdministration, type FakeAdministration } from '../../../support/doubles/fake-administration';

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

  async function ask(role: Role = 'auditor', asker = administrator, whom = user): Promise<Awaiting<AskedRole>> {
    const request = newApproval(here.ports, ROLE_REQUESTS, signedInAs(asker), { role }, whom);
    expect(await create(request)).toEqual({ ok: true, value: null });
    return request;
  }

  const create = (request: Awaiting<AskedRole>, world = here) =>
    world.ports.approvals.create(ROLE_REQUESTS, request, NOTHING);
  const find = ({ id, domain }: RoleRequest) => here.ports.approvals.find(ROLE_REQUESTS, id, domain);
  const save = (decided: RoleRequest, world = here) => world.ports.approvals.save(ROLE_REQUESTS, decided, NOTHING);
  const give = (request: Awaiting<AskedRole>, world = here, by = 'approver') =>
    save(approve(request, by, here.clock.now()), world);
  const refuse = (request: Awaiting<AskedRole>, world = here) =>
    save(decline(request, 'approver', here.clock.now()), world);
  const rolesOf = async ({ userId, domain }: User) => (await there.ports.users.find(userId, domain))?.roles;
  const epochOf = async (whom: User) => (await here.ports.sessions.epochOf(whom)).number;

  it('a request is read back as it was made, and waits until it is decided', async () => {
    const request = await ask();
    const { approvals } = there.ports;
    const queue = (domain: string) => approvals.listAwaiting(ROLE_REQUESTS, domain, 1_000);
    expect(await approvals.find(ROLE_REQUESTS, request.id, request.domain)).toEqual(request);
    expect(await queue(request.domain)).toContainEqual(request);
    expect(await queue('elsewhere')).toEqual([]);
    const before = new Date(request.endsAt.getTime() - 1);
    expect(await approvals.listDue(ROLE_REQUESTS, before, 1_000)).not.toContainEqual(request);
    expect(await approvals.listDue(ROLE_REQUESTS, request.endsAt, 1_000)).toContainEqual(request);
    expect(await refuse(request)).toEqual({ ok: true, value: null });
    expect(await find(request)).toMatchObject({ state: 'declined', decidedBy: 'approver' });
    expect(await queue(request.domain)).not.toContainEqual(request);
    expect(await rolesOf(user)).toEqual(['user']);
  });

  it('a role is requested once at a time for one user', async () => {
    const request = await ask();
    const again = { ...request, id: generateApprovalId(ROLE_REQUESTS.prefix, systemRandom) };
    expect(await create(again, there)).toEqual({ ok: false, refusal: 'already-asked' });
    await ask('helpdesk-agent');
    await refuse(request);
    expect(await create(again, there)).toEqual({ ok: true, value: null });
  });

  it('an approved role is granted, and the user has to sign in again', async () => {
    const before = await epochOf(user);
    expect(await give(await ask())).toEqual({ ok: true, value: null });
    expect(await rolesOf(user)).toEqual(['user', 'auditor']);
    expect(await epochOf(user)).toBe(before + 1);
  });

  it('a request that cannot be met stays as it is, and says why', async () => {
    const request = await ask();
    const other = await ask('helpdesk-agent');
    await disableAccount(here.ports, null, administrator, ORIGIN);
    expect(await give(request)).toEqual({ ok: false, refusal: 'not-permitted' });
    expect(await find(request)).toEqual(request);
    expect(await refuse(other)).toEqual({ ok: true, value: null });
    const asker = await here.add(['administrator']);
    const forHolder = await ask('auditor', asker, await here.add(['auditor']));
    expect(await give(forHolder)).toEqual({ ok: false, refusal: 'has-role' });
    const disabled = await here.add();
    const forDisabled = await ask('auditor', asker, disabled);
    await disableAccount(here.ports, null, disabled, ORIGIN);
    expect(await give(forDisabled)).toEqual({ ok: false, refusal: 'not-permitted' });
  });

  it('threat: no user is the second person of their own request, whatever program writes it', async () => {
    const request = await ask();
    for (const by of [administrator, user])
      await expect(give(request, there, by.userId)).rejects.toThrow('approval_four_eyes');
    expect(await rolesOf(user)).toEqual(['user']);
  });

  describe('at once', () => {
    it('threat: two who decide end it once', async () => {
      const request = await ask();
      const both = await Promise.all([give(request), refuse(request, there)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await rolesOf(user)).toEqual(both[0].ok ? ['user', 'auditor'] : ['user']);
    });

    it('threat: the word of an administrator who is disabled counts until then, and no longer', async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const [asker, somebody] = [await here.add(['administrator']), await here.add()];
        const request = await ask('auditor', asker, somebody);
        const [decided, disabled] = await Promise.all([
          give(request),
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
          give(request),
          takeRole(there.ports, null, somebody, 'auditor', ORIGIN),
        ]);
        expect(decided.ok).toBe(true);
        expect(await rolesOf(somebody), `round ${round}`).toEqual(taken.ok ? ['user'] : ['user', 'auditor']);
      }
    });
  });
});
