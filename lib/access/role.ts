export const ROLES = ['user', 'helpdesk-agent', 'helpdesk-approver', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
