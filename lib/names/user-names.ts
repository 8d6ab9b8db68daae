/** `/helpdesk/users/{userId}` */
export const userNames = {
  reissue: 'Re-issue activation',
  devices: 'Devices',
  /** A re-issue that is about this device. */
  replace: (device: string) => `Replace ${device}`,
  lock: (device: string) => `Lock ${device}`,
  lockIt: (device: string) => `Yes, lock ${device}`,
  undoLock: (device: string) => `Undo the lock of ${device}`,
  remove: (device: string) => `Remove ${device}`,
  requestRemoval: (device: string) => `Request removal of ${device}`,
  /** For the removal, which a second person approves. */
  ticket: 'Ticket',
  signOutEverywhere: 'Sign out everywhere',
  signThemOut: 'Yes, sign them out',
  couldConfirm: 'What this person could confirm now',
} as const;
