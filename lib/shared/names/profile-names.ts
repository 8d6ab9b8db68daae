/** `/profile` */
export const profileNames = {
  /** The links to the page's three parts. */
  parts: 'Parts of the profile',
  currentPassword: 'Current password',
  changePassword: 'Change password',
  passwordChanged: 'Password changed. We signed you out everywhere else.',
  /** Where the authentication server keeps one. */
  serverPin: 'Server PIN',
  currentPin: 'Current PIN',
  newPin: 'New PIN',
  newPinAgain: 'New PIN again',
  pinOneTimePassword: 'One-time password for the change',
  changePin: 'Change PIN',
  pinChanged: 'PIN changed. We signed you out everywhere else.',
  /** Where the authentication server learns one that was changed in the directory behind it. */
  passwordSync: 'Password changed elsewhere?',
  elsewherePassword: 'Password that you use elsewhere now',
  syncOneTimePassword: 'One-time password of your device',
  synchronise: 'Use it here too',
  synchronised: 'Your new password works here now. We signed you out everywhere else.',
  addresses: 'Addresses',
  saveAddresses: 'Save addresses',
  sessions: 'Where you are signed in',
  mailLanguage: 'Language of emails and letters',
  saveLanguage: 'Save language',
  /** A combobox of cities. */
  timeZone: 'Time zone',
  saveTimeZone: 'Save time zone',
  signOutEverywhere: 'Sign out everywhere',
  /** A box beside it, where there are other sessions. */
  stayHere: 'Stay signed in here',
} as const;

/** The passkeys on `/profile`. A disclosure's name ends with the passkey's. */
export const passkeysNames = {
  passkeys: 'Passkeys',
  name: 'Name of the passkey',
  add: 'Add a passkey',
  rename: 'Rename',
  saveName: 'Save name',
  remove: 'Remove',
  removeIt: 'Remove this passkey',
  /** Where there are passkeys enough to do without a password. */
  turnPasswordOff: 'Turn my password off',
  turnItOff: 'Turn it off',
} as const;

/** The ways back: at the end of an activation, on `/` and on `/profile`. */
export const backupNames = {
  /** A region, at the end of an activation. */
  ifLost: 'If this phone is lost',
  addDevice: 'Add a second device',
  /** On `/`, the link to them. */
  waysBack: 'Ways back, and what if …?',
  /** On `/`, of whoever has none. */
  add: 'Add a way back',
  notNow: 'Not now',
} as const;

/** `/profile/recovery-code` */
export const recoveryCodeNames = {
  make: 'Make a recovery code',
  /** Where there is one already. */
  makeNew: 'Make a new recovery code',
  code: 'Your recovery code',
  copy: 'Copy the code',
  copied: 'Copied the code',
  kept: 'I’ve kept it',
  delete: 'Delete recovery code',
} as const;

/** Numbers and manager on record, on `/profile` and `/helpdesk/users/{userId}`. */
export const contactNames = {
  contacts: 'For caller checks',
  phoneNumbers: 'Telephone numbers',
  saveNumbers: 'Save numbers',
  manager: 'Manager’s user ID',
  saveContacts: 'Save for caller checks',
} as const;
