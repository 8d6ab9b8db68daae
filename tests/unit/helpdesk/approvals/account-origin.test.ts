import { expect, it } from 'vitest';
import { accountOrigins } from '@/lib/helpdesk/approvals/account-origin';
import { fakeAccess } from '../../../support/doubles/fake-access-ports';

it('the origins of a long list take one question to the audit log, and none to the directory for each account', async () => {
  const ports = await fakeAccess();
  const asked: string[] = [];
  const noting = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get: (target, member) => {
        const value: unknown = Reflect.get(target, member, target);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          asked.push(`${name}.${String(member)}`);
          return Reflect.apply(value, target, args) as unknown;
        };
      },
    });
  const userIds = Array.from({ length: 50 }, (_, index) => `person.${index}`);
  const names = new Map(userIds.map((userId) => [userId, userId]));
  const noted = { ...ports, audit: noting('audit', ports.audit), users: noting('users', ports.users) };
  const origins = await accountOrigins(noted, 'example.org', userIds, names);
  expect(origins.size).toBe(50);
  expect(asked.filter((call) => call.startsWith('audit.'))).toEqual(['audit.listNewestOf']);
  // The staff, by role, with whom names are compared.
  expect(new Set(asked.filter((call) => call.startsWith('users.')))).toEqual(new Set(['users.listWithRole']));
});
