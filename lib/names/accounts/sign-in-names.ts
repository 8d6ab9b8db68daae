/** `/sign-in` */
export const signInNames = {
  userId: 'User ID',
  password: 'Password',
  /** No other button of the page may contain it: suites look for it without `exact`. */
  signIn: 'Sign in',
  withPhone: 'Sign in with your phone',
  withPasskey: 'Use a passkey',
  continueWith: 'Continue with {provider}',
  forgotten: 'Forgotten your password?',
} as const;
