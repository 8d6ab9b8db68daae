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
