/** `/helpdesk/invitations`, and `/helpdesk/invitations/{id}` as the agent sees it. */
export const invitationNames = {
  invitations: 'Invitations',
  whose: 'Whose',
  state: 'State',
  progress: 'Invitation progress',
  codeReadOut: 'Code read out',
  letIn: 'Let the caller in',
  revoke: 'Revoke',
  revokeIt: 'Revoke invitation',
  sendAgain: 'Send again',
  copySummary: 'Copy summary for the ticket',
} as const;
