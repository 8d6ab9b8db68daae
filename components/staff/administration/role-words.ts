import type { Role } from '@/lib/accounts/users/role';
import type { Message } from '@/lib/shared/language/t';

/** What somebody with the role does. */
export const ROLE_MEANINGS = {
  user: 'Activates and uses devices of their own.',
  'helpdesk-agent': 'Helps callers: re-issues activations, locks devices.',
  'break-glass': 'As an agent, goes on without approval, which raises an alarm.',
  'helpdesk-approver': 'Decides what takes two people.',
  auditor: 'Reads, verifies and exports the audit log.',
  administrator: 'Manages accounts, messages and how the site runs.',
} as const satisfies Record<Role, Message>;
