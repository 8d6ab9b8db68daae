import type { PlainMessage } from './t';

export const ROLE_WORDS = {
  user: 'User',
  'helpdesk-agent': 'Helpdesk agent',
  'break-glass': 'May skip approvals',
  'helpdesk-approver': 'Approver',
  auditor: 'Auditor',
  administrator: 'Administrator',
} as const satisfies Record<string, PlainMessage>;
