/** `/activations/{id}` */
export const activationNames = {
  progress: 'Progress',
  image: 'Activation image',
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
  deviceCode: 'Device code',
  showSecondImage: 'Show the second image',
  signature: 'Signature',
  activate: 'Activate device',
  /** In the place of the image while the gateway cannot be reached. */
  imageToCome: 'The image will appear here',
  reconnecting: 'Reconnecting…',
  activated: 'Device activated',
} as const;
