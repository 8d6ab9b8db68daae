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
  /** A link, and the heading of the page that it leads to. */
  sendOneTimePassword: 'Send me a one-time password',
} as const;

/** `/sign-in/one-time-password` */
export const sentOneTimePasswordNames = {
  send: 'Send it',
  heading: 'Enter the one-time password',
  code: 'One-time password that you were sent',
  enter: 'Continue',
  again: 'Send another one',
} as const;

/** `/sign-in/phone` */
export const phoneSignInNames = {
  heading: 'Sign in with your phone',
  image: 'Sign-in image',
  /** In the image's place where somebody confirms what they do in a session. */
  confirmationImage: 'Confirmation image',
  number: 'Type this number on the phone',
  scanned: 'The phone has read the image.',
  opened: 'The phone has opened the request.',
  cancel: 'Cancel',
  newImage: 'New image',
  withPassword: 'Use your password',
  userId: 'User ID',
  send: 'Send to my phone',
  lookAtPhone: 'Look at your phone. If it’s set up for this account, it shows a request now.',
  sendAgain: 'Send again',
  /** On a touch device with an account in this browser's app. */
  withAppHere: 'Sign in with the app on this phone',
  openApp: 'Open the app',
  /** Where that app has its notifications off. */
  turnNotificationsOn: 'Turn them on',
  showImage: 'Show an image instead',
  /** Where nothing is sent. */
  showFirstImage: 'Show an image',
  typeResponse: 'Use a code from your device',
} as const;

/** `/sign-in/phone?way=response` */
export const typedResponseNames = {
  heading: 'Sign in with a code from your device',
  showImage: 'Show the image',
  image: 'Image for your device',
  response: 'Code on your device',
  signIn: 'Sign in with the code',
  confirm: 'Confirm',
} as const;

/** `/sign-in/register` */
export const registerNames = {
  /** On `/sign-in`. */
  open: 'First time here? Register',
  heading: 'Register',
  register: 'Register me',
  confirmHeading: 'Show that it’s you',
  confirm: 'Finish',
} as const;

/** Where a password is chosen: `/sign-in/forgotten`, `/sign-in/first-password` and `/profile`. */
export const passwordNames = {
  chooseNew: 'Choose a new password',
  newPassword: 'New password',
  newPasswordAgain: 'New password again',
  setNew: 'Set new password',
  set: 'Set password',
} as const;

/** What a form asks for besides its own fields, wherever an action needs a proof. */
export const proofNames = {
  password: 'Password',
  /** Where the gateway registers with a credential of its own. */
  credential: 'Password or one-time password',
  confirm: 'Confirm it’s you',
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
