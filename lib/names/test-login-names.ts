/** The test login of a new device: on its page, and at the end of its activation. */
export const testLoginNames = {
  oneTimePassword: 'One-time password',
  tryOut: 'Try it out',
  works: 'Sign-in works',
} as const;
