import type { Role } from '../../accounts/users/role';

/**
 * How a site runs.
 * @property hasTriedMail whether the mail server has taken a test email
 * @property hasDemoAccounts whether one of them can sign in
 * @property isBackedUp whether the site does so by itself, or its database is a server with tools of its own
 * @property staff how many people who can sign in have each role
 */
export type SiteFacts = {
  isLoopback: boolean;
  hasDemoAccounts: boolean;
  sendsMail: boolean;
  hasTriedMail: boolean;
  hasContact: boolean;
  keepsWrites: boolean;
  isBackedUp: boolean;
  asksSecondFactors: boolean;
  staff: ReadonlyMap<Role, number>;
};

/** What a site lacks before people can rely on it. */
export type OpenPoint =
  | 'this-computer-only'
  | 'demo-accounts'
  | 'mail-to-files'
  | 'mail-not-tried'
  | 'no-contact'
  | 'one-administrator'
  | 'no-agent'
  | 'no-approver'
  | 'no-second-factors'
  | 'writes-not-kept'
  | 'no-backup';

/** In the order in which an administrator goes about them. */
export function openPoints(site: SiteFacts): OpenPoint[] {
  const count = (role: Role) => site.staff.get(role) ?? 0;
  const points: [OpenPoint, boolean][] = [
    ['this-computer-only', site.isLoopback],
    // Where nobody else reaches the site, they are for trying it.
    ['demo-accounts', site.hasDemoAccounts && !site.isLoopback],
    ['mail-to-files', !site.sendsMail],
    ['mail-not-tried', site.sendsMail && !site.hasTriedMail],
    ['no-contact', !site.hasContact],
    ['one-administrator', count('administrator') < 2],
    ['no-agent', count('helpdesk-agent') === 0],
    ['no-approver', count('helpdesk-approver') === 0],
    ['no-second-factors', !site.asksSecondFactors],
    ['writes-not-kept', !site.keepsWrites],
    ['no-backup', !site.isBackedUp && !site.isLoopback],
  ];
  return points.filter(([, isOpen]) => isOpen).map(([point]) => point);
}
