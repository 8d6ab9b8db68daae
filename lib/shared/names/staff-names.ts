/** `/helpdesk`, where helpdesk and administrators find people. */
export const findUserNames = {
  find: 'Find a user',
  search: 'Search',
  users: 'Users',
  /** Heads of the table's columns: buttons where it can be sorted. */
  name: 'Name',
  userId: 'User ID',
  /** How many work, "No device", or "Locked out". */
  devices: 'Devices',
} as const;

/** The helpdesk's cases: lost phones and frozen accounts whose people may call next. */
export const caseNames = {
  /** Not there where nobody waits. */
  open: 'Open cases',
  close: 'Close case {reference}',
} as const;

/** `/helpdesk/users/{userId}` */
export const userNames = {
  reissue: 'Send a new activation',
  /** Says what is wrong, and offers what to do first. */
  firstStep: 'First step',
  /** Leads to the form with the reason and the device chosen. */
  lost: 'Lost: {device}',
  devices: 'Devices',
  /** That are no app on a phone. */
  otherAuthenticators: 'Other authenticators',
  /** A re-issue that is about this device. */
  replace: 'Send a new activation for {device}',
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
  /** The steps of one activation, opened in "Recent activity". */
  copyStory: 'Copy the story for the ticket',
  couldConfirm: 'How this person can prove it’s them',
} as const;

/** `/helpdesk/users/{userId}/reissue` */
export const reissueNames = {
  reason: 'Reason',
  reasons: {
    lost: 'Lost',
    stolen: 'Stolen',
    'new-phone': 'New phone',
    failed: 'Activation failed',
    expired: 'Activation expired',
    other: 'Other',
  },
  ticket: 'Ticket',
  devices: 'Device this is about',
  noDevice: 'None of these',
  /** Where a device is chosen. */
  fate: 'What happens to it',
  callerCheck: 'Caller check',
  /** Groups of "Caller check". */
  checks: {
    'call-back': 'Called back on a known number',
    manager: 'Confirmed by a manager',
    'login-request': 'Confirmed on another of their devices',
    'one-time-password': 'One-time password from another device',
    'identity-document': 'Last characters of an identity document',
  },
  numberCalled: 'Number called',
  documentEnd: 'Last four characters',
  requestManagerAnswer: 'Ask the manager',
  digits: 'Digits',
  askPhone: 'Send a check to their phone',
  askAgain: 'Send another check',
  numberForCaller: 'Number for the caller',
  /** The two words that the caller's phone shows, too; and those that the manager's page does. */
  wordsForCaller: 'Words for the caller',
  wordsForManager: 'Words for the manager',
  sendBy: 'Send by',
  validFor: 'Valid for',
  consequences: 'When you send',
  lockForGood: 'Yes, {device} may be locked for good.',
  removeForGood: 'Yes, {device} may be removed for good.',
  breakGlass: 'Skip approval (emergency)',
  justification: 'Why it cannot wait',
  send: 'Send a new activation',
} as const;

/** `/helpdesk/invitations`, and `/helpdesk/invitations/{id}` as the agent sees it. */
export const invitationNames = {
  invitations: 'Invitations',
  whose: 'Whose',
  state: 'State',
  progress: 'Invitation progress',
  codeReadOut: 'Code read out',
  letIn: 'Let the caller in',
  revoke: 'Revoke',
  revokeIt: 'Revoke invitation',
  sendAgain: 'Send again',
  copySummary: 'Copy summary for the ticket',
} as const;

/** `/helpdesk/approvals` */
export const approvalsNames = {
  requests: 'Requests',
  roles: 'Roles',
  changes: 'Changes',
  approve: 'Approve',
  decline: 'Decline',
  note: 'Note to the agent',
} as const;

/** `/helpdesk/audit` */
export const auditNames = {
  search: 'Search records',
  from: 'From',
  to: 'To',
  event: 'Event',
  aboutUser: 'About user',
  doneBy: 'Done by',
  show: 'Show records',
  records: 'Records',
  filters: 'Filters',
  older: 'Older',
  newer: 'Newer',
  /** Its verdict is a status with the count and the last hash, or the broken record. */
  verify: 'Verify audit log',
  exportCsv: 'Export as CSV',
  exportJsonLines: 'Export as JSON lines',
} as const;

/** `/helpdesk/numbers` */
export const numbersNames = {
  heading: 'Numbers',
  unfinished: 'Unfinished activations today',
  chart: 'Activation funnel: {steps}',
  period: 'Period',
  today: 'Today',
  days: '{days} days',
  exportCsv: 'Export as CSV',
  exportJsonLines: 'Export as JSON lines',
} as const;

/** `/helpdesk/messages` and `/helpdesk/status` */
export const operationNames = {
  messages: 'Undelivered messages',
  sendAgain: 'Send again',
  status: 'Status',
  /** A tile for each part, which says whether it works. */
  parts: 'Parts of the site',
  openPoints: 'What is still open',
  changedSettings: 'Settings that differ from the default',
  /** Opens the tables of all of them. */
  allSettings: 'All settings',
  freeLicences: 'Free licences',
  /** The part that takes the audit log over. */
  siem: 'SIEM',
  forwarding: 'Forwarding the audit log',
  testForwarding: 'Send a test record',
  historyFrom: 'From this day on',
  sendHistory: 'Send history again',
} as const;

/** What administrators see of `/helpdesk` and `/helpdesk/users/{userId}`; `/administration/users/new` */
export const accountNames = {
  createAnAccount: 'Create an account',
  create: 'Create account',
  userId: 'User ID',
  name: 'Name',
  addresses: 'Email addresses',
  language: 'Language of emails',
  group: 'Group',
  saveDetails: 'Save details',
  /** The part of a person’s page that only administrators have. */
  account: 'Account',
  /** Says whether the person may sign in. */
  signIn: 'Sign-in',
  sendLink: 'Send the link again',
  disable: 'Disable account',
  disableIt: 'Yes, disable it',
  enable: 'Enable account',
  roles: 'Roles',
  requestRole: 'Request the role {role}',
  /** A role that takes no second person. */
  giveRole: 'Give the role {role}',
  takeRole: 'Take away the role {role}',
  sessions: 'Sessions',
  signOutEverywhere: 'Sign out everywhere',
  delete: 'Delete account',
  deleteIt: 'Yes, delete {userId}',
} as const;

/** `/administration/service-accounts`, and the pages below it. */
export const serviceAccountNames = {
  title: 'Service accounts',
  awaited: 'Waiting for a second person',
  /** Leads to the form, and is its heading. */
  new: 'Request a service account',
  name: 'Name',
  networks: 'Networks',
  requestsPerMinute: 'Requests a minute',
  lastDay: 'Last day',
  /** Sends the request, which waits for a second person. */
  request: 'Send request',
  keys: 'Keys',
  /** Of a key that opens, whose holder is no administrator any more. */
  holderLeft: 'Key holder has left',
  history: 'History',
  /** Once, for whoever asked. */
  showKey: 'Show the key',
  replaceKey: 'Replace the key',
  overlap: 'Earlier key',
  key: 'Key of the service account',
  copyKey: 'Copy the key',
  keyCopied: 'Copied the key',
  stored: 'I’ve stored it',
  suspend: 'Suspend',
  resume: 'Resume',
  saveScopes: 'Save what it may do',
  saveLimits: 'Save limits',
  returnAddresses: 'Return addresses',
  returnName: 'Name of the site',
  returnUrl: 'Address to return to',
  registerAddress: 'Register return address',
  end: 'End service account',
  endIt: 'Yes, end it for good',
} as const;
