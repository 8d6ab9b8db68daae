/** `/activations/new` */
export const newActivationNames = {
  deviceName: 'Device name',
  /** Behind "Can't scan?". */
  offline: 'The phone has no internet connection',
  /** Also on an activation's page, where a new image needs the password. */
  show: 'Show activation image',
  /** On a touch device, before the other button; it goes on to the app by itself. */
  activateHere: 'Activate this phone',
  /** Only where phones run a vendor's app. */
  getApp: 'Get the app',
} as const;

/** `/activations/{id}` */
export const activationNames = {
  progress: 'Progress',
  image: 'Activation image',
  /** Behind "Can't scan?". */
  kinds: { cronto: 'Cronto', colour: 'Colour', 'black-and-white': 'Black and white' },
  enlarge: 'Enlarge',
  shrink: 'Shrink',
  /** After 20 seconds with an image that nobody has scanned. */
  hints: 'Not scanned yet?',
  timeLeft: 'Time left',
  /** After the scan, when the phone has time of its own. */
  timeLeftToFinish: 'Time left to finish',
  cancel: 'Cancel activation',
  newImage: 'New image',
  cannotScan: "Can't scan?",
  userId: 'User ID',
  registrationIdentifier: 'Registration identifier',
  activationPassword: 'Activation password',
  copy: 'Copy {value}',
  copied: 'Copied {value}',
  typeLetter: 'Type this letter too:',
  openHere: 'Open on this device',
  /** On a touch device, in the place of the image, which the button below it shows. */
  activateHere: newActivationNames.activateHere,
  activateAnother: 'Activate another phone',
  deviceCode: 'Device code',
  showSecondImage: 'Show the second image',
  signature: 'Signature',
  activate: 'Activate device',
  /** In the place of the image while the gateway cannot be reached. */
  imageToCome: 'The image will appear here',
  reconnecting: 'Reconnecting…',
  activated: 'Device activated',
  /** The last button of an activation. */
  finish: 'Done',
} as const;

/** What a screen reader says before a step of any progress. */
export const stepNames = {
  done: 'Completed:',
  current: 'Now:',
  upcoming: 'To do:',
} as const;

/** `/activation-links/…`, and the way back on the pages that follow. */
export const activationLinkNames = {
  /** @param name of the registered return address */
  sentYou: '{name} sent you here to activate a phone',
  activate: 'Activate a phone',
  backTo: 'Back to {name}',
  /** For whoever is signed in as somebody else than the link was made for. */
  otherUser: 'This link is for somebody else',
  signOut: 'Sign out and use another account',
  over: 'This link no longer works',
} as const;

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

/** `/not-me` */
export const notMeNames = {
  report: 'It wasn’t me',
  reported: 'The device is locked',
  /** Of a freeze, or of a phone that was reported lost. */
  told: 'The helpdesk has been told',
} as const;

/** `/confirm-caller/{requestId}` */
export const confirmCallerNames = {
  heading: 'Did they call the helpdesk?',
  words: 'Words of the helpdesk',
  confirm: 'Confirm',
  decline: 'I don’t confirm',
  /** Once it is answered. */
  confirmed: 'You said yes',
} as const;
