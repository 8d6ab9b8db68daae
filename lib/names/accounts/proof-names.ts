/** What a form asks for besides its own fields, wherever an action needs a proof. */
export const proofNames = {
  password: 'Password',
  /** Where the gateway registers with a credential of its own. */
  credential: 'Password or one-time password',
  confirm: 'Confirm that it’s you',
  confirmWith: 'Confirm with {provider}',
  withPasskey: 'Use a passkey',
  confirmWithPhone: 'Confirm with your phone',
  /** Where several devices show codes. */
  codeDevice: 'Device that shows the code',
  oneTimePassword: 'One-time password',
  emailCode: 'Email me a code',
  mailedCode: 'Code from the email',
  recoveryCode: 'Recovery code',
} as const;
