import { describe, expect, it } from 'vitest';
import { may, PERMISSIONS, type Permission } from '@/lib/accounts/users/permission';
import { isRole, ROLES, type Role } from '@/lib/accounts/users/role';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import { parseSessionId } from '@/lib/accounts/sessions/session';

const OWN_DEVICES: Permission[] = ['activation:start', 'activation:view', 'authenticator:view', 'authenticator:change'];
const STAFF = ROLES.filter((role) => role !== 'user');

function grants(roles: Role[], permission: Permission): boolean {
  return may({ user: { roles }, scope: { kind: 'full' } }, permission);
}

/** What each role may beyond looking after its own account. */
const GRANTED: Record<Role, Permission[]> = {
  user: OWN_DEVICES,
  'helpdesk-agent': [
    'user:find',
    'device:view',
    'user:view',
    'invitation:view',
    'invitation:send',
    'invitation:revoke',
    'device:lock',
    'session:end',
    'removal:request',
    'phone-check:read',
    'approval:list',
    'approval:view',
    'alarm:view',
    'numbers:view',
  ],
  'break-glass': ['approval:break-glass'],
  'helpdesk-approver': [
    'user:find',
    'device:view',
    'user:view',
    'invitation:view',
    'invitation:revoke',
    'device:lock',
    'session:end',
    'approval:list',
    'approval:view',
    'approval:decide',
    'account:approve',
    'alarm:view',
    'numbers:view',
    'numbers:export',
  ],
  auditor: ['numbers:view', 'numbers:export', 'audit:read', 'audit:verify', 'audit:export'],
  administrator: [
    'user:find',
    'device:view',
    'approval:list',
    'alarm:view',
    'numbers:view',
    'numbers:export',
    'message:view',
    'message:replay',
    'account:view',
    'account:manage',
    'account:approve',
    'service-account:manage',
    'status:view',
    'audit:forward',
    'organisation:change',
  ],
};

describe('permissions', () => {
  it.each(OWN_DEVICES)('the permission %s is a user’s, and not of staff who are no users', (permission) => {
    expect(grants(['user'], permission)).toBe(true);
    for (const role of STAFF) expect(grants([role], permission)).toBe(false);
    for (const role of STAFF) expect(grants([role, 'user'], permission)).toBe(true);
  });

  it.each(ROLES)('a role has exactly these permissions: %s', (role) => {
    const granted = PERMISSIONS.filter((permission) => grants([role], permission));
    expect(granted.toSorted()).toEqual([...GRANTED[role], 'profile:change', 'caller:confirm'].toSorted());
  });

  it('an invited visitor may do what the activation needs, whatever their roles', () => {
    const scope = { kind: 'invitation', invitationId: `inv-${'0'.repeat(32)}` as InvitationId } as const;
    for (const roles of [[], ['user'], [...ROLES]] as const) {
      const granted = PERMISSIONS.filter((permission) => may({ user: { roles }, scope }, permission));
      expect(granted).toEqual(['activation:start', 'activation:view']);
    }
  });

  it('threat: the password of a member of staff: it reaches their own account, and nothing of other users', () => {
    const user = { roles: [...ROLES] };
    const granted = PERMISSIONS.filter((permission) => may({ user, scope: { kind: 'own-account' } }, permission));
    expect(granted).toEqual([...OWN_DEVICES, 'profile:change']);
    const withoutDevices = { roles: ROLES.filter((role) => role !== 'user') };
    expect(
      PERMISSIONS.filter((permission) => may({ user: withoutDevices, scope: { kind: 'own-account' } }, permission)),
    ).toEqual(['profile:change']);
  });

  it('several roles have the permissions of each', () => {
    expect(grants(['auditor', 'helpdesk-agent'], 'audit:read')).toBe(true);
    expect(grants(['auditor', 'helpdesk-agent'], 'invitation:send')).toBe(true);
    expect(grants(['auditor', 'helpdesk-agent'], 'approval:decide')).toBe(false);
  });

  it('an account without roles may do nothing', () => {
    expect(PERMISSIONS.filter((permission) => grants([], permission))).toEqual([]);
  });

  it.each(['', 'User', 'root', '__proto__', 'constructor'])('%j is no role', (text) => {
    expect(isRole(text)).toBe(false);
  });
});

describe('a session identifier', () => {
  const id = `ses-${'0a'.repeat(32)}`;

  it('a well-formed session identifier is parsed', () => {
    expect(parseSessionId(id)).toBe(id);
  });

  it.each([undefined, null, 1, '', {}, [id], id.slice(0, -1), `${id}0`, `${id}\n`, id.toUpperCase(), `x${id}`])(
    '%j is none',
    (other) => {
      expect(parseSessionId(other)).toBeNull();
    },
  );
});
