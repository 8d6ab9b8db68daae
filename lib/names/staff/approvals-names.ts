/** `/helpdesk/approvals` */
export const approvalsNames = {
  requests: 'Requests',
  roles: 'Roles',
  changes: 'Changes',
  approve: 'Approve',
  decline: 'Decline',
  note: 'Note to the agent',
} as const;
