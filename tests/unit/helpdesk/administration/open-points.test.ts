import { describe, expect, it } from 'vitest';
import { openPoints, type SiteFacts } from '@/lib/helpdesk/administration/open-points';
import type { Role } from '@/lib/accounts/users/role';

const STAFF: [Role, number][] = [
  ['administrator', 2],
  ['helpdesk-agent', 1],
  ['helpdesk-approver', 1],
];
const READY: SiteFacts = {
  isLoopback: false,
  hasDemoAccounts: false,
  sendsMail: true,
  hasTriedMail: true,
  hasContact: true,
  keepsWrites: true,
  isBackedUp: true,
  asksSecondFactors: true,
  staff: new Map(STAFF),
};

describe('what is still open at a site', () => {
  it('a site that people can rely on has nothing open', () => {
    expect(openPoints(READY)).toEqual([]);
  });

  it.each([
    ['this-computer-only', { isLoopback: true }],
    ['demo-accounts', { hasDemoAccounts: true }],
    ['mail-to-files', { sendsMail: false, hasTriedMail: false }],
    ['mail-not-tried', { hasTriedMail: false }],
    ['no-contact', { hasContact: false }],
    ['no-second-factors', { asksSecondFactors: false }],
    ['writes-not-kept', { keepsWrites: false }],
    ['no-backup', { isBackedUp: false }],
    ['one-administrator', { staff: new Map(STAFF).set('administrator', 1) }],
    ['no-agent', { staff: new Map(STAFF.filter(([role]) => role !== 'helpdesk-agent')) }],
    ['no-approver', { staff: new Map(STAFF.filter(([role]) => role !== 'helpdesk-approver')) }],
  ] as const)('a site that lacks one thing has that alone open: %s', (point, facts) => {
    expect(openPoints({ ...READY, ...facts })).toEqual([point]);
  });

  it('a site that only its own computer reaches may have the accounts of the demo, and no backup', () => {
    expect(openPoints({ ...READY, isLoopback: true, hasDemoAccounts: true, isBackedUp: false })).toEqual([
      'this-computer-only',
    ]);
  });
});
