import { z } from 'zod';

/** A member of staff's role. */
export type StaffMember = { role: (typeof ROLES)[number]; userId: string };

const ROLES = ['helpdesk-agent', 'break-glass', 'helpdesk-approver', 'auditor', 'administrator'] as const;

/** Pairs of a role and a user ID, which may contain anything but a comma. */
export const staffSchema = z.string().transform((text, context): StaffMember[] =>
  text.split(',').map((pair) => {
    const [, roleName = '', userId = ''] = /^\s*([^:]*?)\s*:\s*(.*?)\s*$/s.exec(pair) ?? [];
    const role = ROLES.find((one) => one === roleName);
    if (role !== undefined && userId !== '') return { role, userId };
    context.addIssue({
      code: 'custom',
      message: `needs role:user-id pairs, separated by commas; roles: ${ROLES.join(', ')}`,
    });
    return z.NEVER;
  }),
);
