/** The phone app, `/authenticator`. */
export const phoneAppNames = {
  // What several screens have.
  cancel: 'Cancel',
  back: 'Back',
  continue: 'Continue',
  done: 'Done',
  close: 'Close',
  tryAgain: 'Try again',
  startOver: 'Start over',
  /** Where the website has a newer version of the app, which lacks what this one asks for. */
  loadNewVersion: 'Load the new version',

  // The accounts.
  accounts: 'Your accounts',
  welcome: 'Welcome',
  scanCode: 'Scan code',
  /** Before the first activation, for whoever reads the website on this phone. */
  goToWebsite: 'Go to the website',
  /** Where this browser has deleted a device; a notice for each. */
  lockDeleted: 'Lock it',
  lockDeletedOf: 'Lock it: activated on {day}',
  settings: 'Settings',
  settingsOf: 'Settings of {account}',
  /** Also at the end of an activation. */
  showOneTimePassword: 'Show the one-time password',
  showOneTimePasswordFor: 'Show the one-time password for {account}',
  /** In the place of the one-time password, with the button that asks the website again. */
  frozenAccount: 'Frozen',
  askAgain: 'Check again',
  askAgainAbout: 'Check again for {account}',
  copy: 'Copy the one-time password',
  copied: 'Copied the one-time password',
  removeNotice: 'Remove this notice',
  removeNoticeAbout: 'Remove this notice about {account}',
  newDeviceUntil: 'New phones can sign in right away. From {time}, this one can also approve changes.',

  // Where a browser tab is deleted, and on the home screen.
  installFirst: 'Add this app to your home screen first',
  goOnInTab: 'Go on in this tab',
  copyLink: 'Copy the link',
  pasteLink: 'Paste the link',
  /** The field, where the clipboard is closed. */
  link: 'Link',

  // Bringing an account back from its copy.
  bringBack: 'Bring this phone back',
  choosePasskey: 'Use the passkey',
  pinOfCopy: 'PIN of this phone',

  // Scanning and typing.
  light: 'Light',
  /** Where the phone has several. */
  switchCamera: 'Switch camera',
  /** On a touch device: by the phone's own camera app. */
  takePhoto: 'Take a photo',
  choosePicture: 'Choose a picture',
  typeValues: 'Type the values',

  // An activation.
  isThisYou: 'Is this you?',
  issuedBy: 'Issued by {origin}',
  notVerifiable: 'Not verifiable',
  forged: 'This image is forged',
  activateThisPhone: 'Activate this phone',
  cancelActivation: 'Cancel the activation',
  keepGoing: 'Keep going',
  /** Where a link to another activation was followed. */
  continueWithOther: 'Continue with the other one',

  // The PIN, and what stands in for it.
  newPin: 'New PIN',
  pinAgain: 'PIN again',
  pinFor: 'PIN for {account}',
  biometricsOfDevice: 'Use this device’s fingerprint or face',
  gateAnyway: 'Use it anyway',
  openWithBiometrics: 'Use fingerprint or face',
  skip: 'Skip',
  allowNotifications: 'Allow notifications',
  notNow: 'Not now',
  continueWithout: 'Continue without',

  // An offline activation.
  scanSecondImage: 'Scan the second image',
  checkLetter: 'Check letter',
  websiteSaysActivated: 'The website says: device activated',
  didNotWork: 'It didn’t work',
  showSignatureAgain: 'Show the signature again',

  // A request.
  openRequest: 'Open the request',
  isThisYourSignIn: 'Is this your sign-in?',
  numberOfSignIn: 'Type the number on the sign-in page',
  numberOfPage: 'Type the number on that page',
  numberOfCall: 'Type the number that the helpdesk tells you',
  /** Of a caller check: what the helpdesk says first. */
  agentWords: 'Words of the helpdesk',
  signIn: 'Sign in',
  confirm: 'Confirm',
  wasNotMe: 'That wasn’t me',
  scanAgain: 'Scan again',

  // An account's settings.
  changePin: 'Change PIN',
  changeThePin: 'Change the PIN',
  turnBiometricsOn: 'Turn fingerprint or face on',
  turnBiometricsOff: 'Turn fingerprint or face off',
  turnNotificationsOn: 'Turn notifications on',
  turnNotificationsOff: 'Turn notifications off',
  sendTestNotification: 'Send a test',
  /** Below an account whose notifications are off. */
  turnNotificationsOnFor: 'Turn notifications on for {account}',
  /** Where the browser may delete the account when space runs short. */
  askToKeep: 'Ask the browser to keep it',
  /** Where this website keeps copies, and the browser has passkeys; the second while there is a copy. */
  keepCopy: 'Keep a copy',
  keepNewCopy: 'Keep a new copy',
  askToKeepCopy: 'Keep a copy of this phone?',
  freeze: 'Freeze everything',
  askToFreeze: 'Freeze everything?',
  frozen: 'Everything is frozen',
  remove: 'Remove this account',
  confirmRemove: 'Remove the account',
  keepIt: 'Keep it',
} as const;
