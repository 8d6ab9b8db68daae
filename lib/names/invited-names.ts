/** `/invitation`, as the invited person sees it, and `/invitation/code` like the other pages that take a code. */
export const invitedNames = {
  password: 'Password',
  code: 'Code',
  continue: 'Continue to activation',
  showUserId: 'Show user ID',
  /** In the place of the other button, where the helpdesk lets the caller in by a code that they read out. */
  showCode: 'Show my code',
  letterCode: 'Code in the letter',
  continueWithCode: 'Continue',
} as const;
