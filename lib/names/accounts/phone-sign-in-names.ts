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
  showImage: 'Show an image instead',
} as const;
