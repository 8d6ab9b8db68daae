import 'server-only';
import type { Route } from 'next';
import { may, type Permission } from '../../accounts/users/permission';
import type { Principal } from '../../accounts/users/principal';
import { t, type Message } from '../../shared/language/t';

export type StaffSection = {
  href: Route;
  label: string;
  permission: Permission;
  /** Path prefix of the section's further pages, where they are not below `href`. */
  within?: string;
  /** Whether what waits there is counted, for who may decide it. */
  counts?: true;
  /** Who may do this begins their work here. */
  startsWith?: Permission;
};

/** The sections of the staff area, in the order of its navigation. */
const SECTIONS = [
  {
    href: '/helpdesk',
    label: 'Users',
    permission: 'user:find',
    within: '/helpdesk/users',
    startsWith: 'invitation:send',
  },
  { href: '/helpdesk/invitations', label: 'Invitations', permission: 'invitation:view' },
  {
    href: '/helpdesk/approvals',
    label: 'Approvals',
    permission: 'approval:list',
    counts: true,
    startsWith: 'approval:decide',
  },
  { href: '/administration/service-accounts', label: 'Service accounts', permission: 'service-account:manage' },
  { href: '/helpdesk/alarms', label: 'Alarms', permission: 'alarm:view' },
  { href: '/helpdesk/numbers', label: 'Numbers', permission: 'numbers:view' },
  { href: '/helpdesk/audit', label: 'Audit log', permission: 'audit:read', startsWith: 'audit:read' },
  { href: '/helpdesk/messages', label: 'Messages', permission: 'message:view' },
  { href: '/helpdesk/status', label: 'Status', permission: 'status:view', startsWith: 'status:view' },
] as const satisfies readonly (StaffSection & { label: Message })[];

/** The sections that are open to a principal; none for people who are not staff. */
export function staffSections(principal: Principal): readonly StaffSection[] {
  return SECTIONS.filter(({ permission }) => may(principal, permission)).map((section) =>
    Object.assign({}, section, { label: t(section.label) }),
  );
}
