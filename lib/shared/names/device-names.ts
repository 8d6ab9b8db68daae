/** `/` */
export const devicesNames = {
  heading: 'Your devices',
  /** A button for a first device, where nothing is to be asked before; a link otherwise. */
  activate: 'Activate a device',
  /** Beside that button: the form, for a phone without a network or a name of one's own. */
  activateOtherwise: 'Other ways to activate',
  devices: 'Devices',
} as const;

/** `/authenticators/{id}`. A disclosure's name ends with the device's. */
export const deviceNames = {
  rename: 'Rename',
  name: 'Device name',
  saveName: 'Save name',
  replace: 'Replace {device}',
  lock: 'Lock',
  lockIt: 'Lock this device',
  unlock: 'Unlock',
  unlockIt: 'Unlock this device',
  /** Where the gateway has a copy of the phone's key. */
  deleteCopy: 'Delete the copy',
  remove: 'Remove',
  removeIt: 'Remove this device',
} as const;

/** A replacement: on the pages of both devices, on `/authenticators/{id}/replace`, and on an activation's page. */
export const replacementNames = {
  progress: 'Replacement progress',
  start: 'Replace this device',
  /** On the old device's page, before there is a new one. */
  underWay: 'You’re replacing this device',
  /** On the new device's page, until it is tried out. */
  oneStepLeft: 'One step left to replace {oldDevice}',
  hasReplaced: 'This device has replaced {oldDevice}',
  wasReplaced: '{newDevice} has replaced this device',
  bringBack: 'Bring this device back',
} as const;

/** The test login of a new device: on its page, and at the end of its activation. */
/** How a device hears of requests, on its page. */
export const deviceNotificationNames = {
  heading: 'Notifications',
  sendTest: 'Send a test',
} as const;

/** `/authenticators/assign`, and the page of a hardware authenticator. */
export const hardwareNames = {
  heading: 'Assign a hardware authenticator',
  serialNumber: 'Serial number on the back',
  /** As the authentication server knows it. */
  password: 'Password of your organisation',
  response: 'Code on the device',
  newPin: 'New PIN for its codes',
  newPinAgain: 'New PIN for its codes again',
  assign: 'Assign it to me',
  /** A group that says what one types into the device. */
  challenge: 'Challenge',
  getChallenge: 'Show a challenge',
  repairClock: 'Repair the clock',
  firstCode: 'A code of the device',
  secondCode: 'The next code',
} as const;

export const testLoginNames = {
  oneTimePassword: 'One-time password',
  tryOut: 'Try it out',
  /** The page that old addresses lead to. */
  testDevice: 'Test your device',
  works: 'Sign-in works',
} as const;
