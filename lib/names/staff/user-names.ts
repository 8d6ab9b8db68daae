/** `/helpdesk/users/{userId}` */
export const userNames = {
  reissue: 'Re-issue activation',
  devices: 'Devices',
  /** A re-issue that is about this device. */
  replace: 'Replace {device}',
  lock: 'Lock {device}',
  lockIt: 'Yes, lock {device}',
  undoLock: 'Undo the lock of {device}',
  unlock: 'Unlock {device}',
  requestUnlocking: 'Ask a second person to unlock {device}',
  remove: 'Remove {device}',
  requestRemoval: 'Request removal of {device}',
  /** For the removal, which a second person approves. */
  ticket: 'Ticket',
  signOutEverywhere: 'Sign out everywhere',
  signThemOut: 'Yes, sign them out',
  couldConfirm: 'What this person could confirm now',
} as const;
