import { describe, expect, it } from 'vitest';
import { privilegeFinding } from '@/lib/server/doctor/privilege-check';
import { isPrivilege } from '@/lib/gateways/onespan-server/administration/held-privileges';
import { requiredPrivileges } from '@/lib/gateways/onespan-server/administration/required-privileges';

const SETTINGS = {
  serviceUser: { userId: 'svc-tessera', domain: 'example.org', password: '' },
  relay: null,
  resetsPasswords: false,
  takesLicencesBack: false,
  policy: null,
  hardware: { assignment: null, isTested: false, clockFields: null, virtualTypes: [] },
};
const namesFor = (change: Partial<Parameters<typeof requiredPrivileges>[0]> = {}) =>
  requiredPrivileges({ ...SETTINGS, ...change }, 'example.org').map(({ name }) => name);

describe('the smallest role', () => {
  it('looking, unlocking, removing and testing take these, with what those bring along', () => {
    expect(namesFor()).toEqual([
      'Administrative Logon',
      'View Domain',
      'View Organizational Unit',
      'View User',
      'View DIGIPASS',
      'View Recent DIGIPASS Activity',
      'Deactivate DIGIPASS',
      'Test DIGIPASS',
      'Reset DIGIPASS Application',
    ]);
  });

  it.each([
    ['limits on types, read beforehand,', { policy: 'Website' }, ['View Policy']],
    ['licences that are taken back', { takesLicencesBack: true }, ['Unassign DIGIPASS']],
    ['invited people without a password', { resetsPasswords: true }, ['Set User Password', 'Reset User Password']],
    [
      'a service user of another domain',
      { serviceUser: { ...SETTINGS.serviceUser, domain: 'master' } },
      ['Access Data in All Domains'],
    ],
  ])('%s take one more', (_what, change, more) => {
    expect(namesFor(change).filter((name) => !namesFor().includes(name))).toEqual(more);
  });

  it('a site with the relay needs no activity of devices', () => {
    expect(namesFor({ relay: {} as never })).not.toContain('View Recent DIGIPASS Activity');
  });
});

describe('what the service user holds', () => {
  const required = requiredPrivileges(SETTINGS, 'example.org');
  const all = required.map(({ name }) => name as string);
  const finding = (names: string[] | null, areRolesReadable = true) =>
    privilegeFinding(required, names && { names, areRolesReadable });
  const without = (name: string) => finding(all.filter((one) => one !== name));

  it('exactly the smallest role is well, however the server spells it', () => {
    expect(finding(all)).toMatchObject({ verdict: 'ok' });
    const spelled = all.map((name) => `USERFLD_PERMISSION_${name.toUpperCase().replaceAll(' ', '_')}`);
    expect(finding(spelled)).toMatchObject({ verdict: 'ok' });
  });

  it('a missing one fails, and only warns where there is another way or its name is inferred', () => {
    expect(without('View DIGIPASS')).toMatchObject({
      verdict: 'failed',
      words: expect.stringContaining('it lacks View DIGIPASS;') as string,
    });
    expect(without('View Recent DIGIPASS Activity')).toMatchObject({ verdict: 'warning' });
    expect(without('Deactivate DIGIPASS')).toMatchObject({
      verdict: 'warning',
      fix: expect.stringContaining('spelled otherwise') as string,
    });
  });

  it('one too many is a warning that names it', () => {
    expect(finding([...all, 'Delete User'])).toMatchObject({
      verdict: 'warning',
      words: expect.stringContaining('it has more than it needs: Delete User;') as string,
    });
  });

  it('a service user who may approve fails, because it could approve what it asks for', () => {
    expect(finding([...all, 'Approve/Reject Pending Operation'])).toMatchObject({ verdict: 'failed' });
  });

  it.each([null, []])('what cannot be read (%o) is a warning with the whole role', (names) => {
    expect(finding(names)).toMatchObject({
      verdict: 'warning',
      words: expect.stringContaining('the smallest role: Administrative Logon (every call)') as string,
    });
  });

  it('the end of one name is not another', () => {
    expect(isPrivilege('Reset User Password', 'Set User Password')).toBe(false);
    expect(isPrivilege('USERFLD_PRIVILEGE_SET_USER_PASSWORD', 'Set User Password')).toBe(true);
  });
});
