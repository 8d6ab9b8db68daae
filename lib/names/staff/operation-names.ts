/** `/helpdesk/messages` and `/helpdesk/status` */
export const operationNames = {
  messages: 'Undelivered messages',
  sendAgain: 'Send again',
  status: 'Status',
  parts: 'Parts of the site',
} as const;
