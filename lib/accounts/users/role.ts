export const ROLES = ['user', 'helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Those who work for others; to any of them, what other people are shown is closed. */
export const STAFF_ROLES = [
  'helpdesk-agent',
  'helpdesk-approver',
  'auditor',
  'administrator',
] as const satisfies Role[];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
