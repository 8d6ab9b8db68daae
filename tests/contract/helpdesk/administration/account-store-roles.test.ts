import { expect, it } from 'vitest';
import { disableAccount } from '@/lib/helpdesk/administration/change-account';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { fakeAdministration } from '../../../support/doubles/fake-administration';
import { signedInAs } from '../../../support/doubles/principal';

forEachPairOfReplicas((_name, open) => {
  it('users who can sign in are counted by role, and none of another domain', async () => {
    const [first] = await open();
    const people = fakeAdministration(first);
    const { ports } = people;
    const administrator = await people.add(['administrator']);
    const { domain } = administrator;
    const before = await ports.accounts.countRoles(domain);
    const count = async (role: 'helpdesk-agent' | 'user') =>
      ((await ports.accounts.countRoles(domain)).get(role) ?? 0) - (before.get(role) ?? 0);

    await people.add(['user', 'helpdesk-agent']);
    const other = await people.add(['helpdesk-agent']);
    expect([await count('helpdesk-agent'), await count('user')]).toEqual([2, 1]);
    expect(await disableAccount(ports, signedInAs(administrator), other, ORIGIN)).toMatchObject({ ok: true });
    expect(await count('helpdesk-agent')).toBe(1);
    expect((await ports.accounts.countRoles('elsewhere')).size).toBe(0);
  });
});
