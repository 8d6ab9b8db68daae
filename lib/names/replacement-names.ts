/** A replacement: on the pages of both devices, on `/authenticators/{id}/replace`, and on an activation's page. */
export const replacementNames = {
  progress: 'Replacement progress',
  start: 'Replace this device',
  /** On the old device's page, before there is a new one. */
  underWay: 'You’re replacing this device',
  /** On the new device's page, until it is tried out. */
  oneStepLeft: (oldDevice: string) => `One step left to replace ${oldDevice}`,
  hasReplaced: (oldDevice: string) => `This device has replaced ${oldDevice}`,
  wasReplaced: (newDevice: string) => `${newDevice} has replaced this device`,
  bringBack: 'Bring this device back',
} as const;
