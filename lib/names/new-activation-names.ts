/** `/activations/new` */
export const newActivationNames = {
  deviceName: 'Device name',
  offline: 'The phone has no internet connection',
  /** Also on an activation's page, where a new image needs the password. */
  show: 'Show activation image',
  getApp: 'Get the app',
  appCode: 'Code that opens the app',
  /** On a touch device, in the place of the code. */
  openApp: 'Open the authenticator app on this phone',
} as const;
