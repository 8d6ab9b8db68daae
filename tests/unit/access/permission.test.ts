import { describe, expect, it } from 'vitest';
import { mayUser, type Permission } from '@/lib/access/permission';
import { isRole, ROLES, type Role } from '@/lib/access/role';
import { parseSessionId } from '@/lib/access/session';

const OWN_DEVICES: Permission[] = ['activation:start', 'activation:view', 'authenticator:view', 'authenticator:change'];
const STAFF = ROLES.filter((role) => role !== 'user');

function may(roles: Role[], permission: Permission): boolean {
  return mayUser({ userId: 'jane', domain: 'd', displayName: 'Jane', roles }, permission);
}

describe('permissions', () => {
  it.each(OWN_DEVICES)('%s: a user may, staff may not unless they are users too', (permission) => {
    expect(may(['user'], permission)).toBe(true);
    for (const role of STAFF) expect(may([role], permission)).toBe(false);
    for (const role of STAFF) expect(may([role, 'user'], permission)).toBe(true);
  });

  it('without any role there is nothing one may', () => {
    for (const permission of [...OWN_DEVICES, 'profile:change'] as const) expect(may([], permission)).toBe(false);
  });

  it.each(['', 'User', 'root', '__proto__', 'constructor'])('%j is no role', (text) => {
    expect(isRole(text)).toBe(false);
  });
});

describe('a session identifier', () => {
  const id = `ses-${'0a'.repeat(32)}`;

  it('is read when it is one', () => {
    expect(parseSessionId(id)).toBe(id);
  });

  it.each([undefined, null, 1, '', {}, [id], id.slice(0, -1), `${id}0`, `${id}\n`, id.toUpperCase(), `x${id}`])(
    '%j is none',
    (other) => {
      expect(parseSessionId(other)).toBeNull();
    },
  );
});
