import type { Role } from '@/lib/accounts/users/role';

export const ROLE_WORDS: Record<Role, string> = {
  user: 'User',
  'helpdesk-agent': 'Helpdesk agent',
  'break-glass': 'May skip approvals',
  'helpdesk-approver': 'Approver',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
