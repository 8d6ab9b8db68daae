/** `/confirm-caller/{requestId}` */
export const confirmCallerNames = {
  heading: 'Did they call the helpdesk?',
  confirm: 'Confirm',
  decline: 'I don’t confirm',
  /** Once it is answered. */
  confirmed: 'You said yes',
} as const;
