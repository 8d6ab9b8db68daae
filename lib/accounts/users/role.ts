export const ROLES = [
  'user',
  'helpdesk-agent',
  'break-glass',
  'helpdesk-approver',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles for acting on other users, none of which reaches what those users are shown. */
export const STAFF_ROLES = [
  'helpdesk-agent',
  'break-glass',
  'helpdesk-approver',
  'auditor',
  'administrator',
] as const satisfies Role[];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

export function isStaff({ roles }: { roles: readonly Role[] }): boolean {
  return roles.some((role) => (STAFF_ROLES as readonly Role[]).includes(role));
}
