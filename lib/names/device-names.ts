/** `/authenticators/{id}`; the test login there is in `test-login-names.ts`. A disclosure's name ends with the device's. */
export const deviceNames = {
  rename: 'Rename',
  name: 'Device name',
  saveName: 'Save name',
  replace: 'Replace {device}',
  lock: 'Lock',
  lockIt: 'Lock this device',
  unlock: 'Unlock',
  unlockIt: 'Unlock this device',
  remove: 'Remove',
  removeIt: 'Remove this device',
} as const;
