/** `/administration/users`, `/administration/users/new` and `/administration/users/{userId}` */
export const accountNames = {
  accounts: 'Accounts',
  createAnAccount: 'Create an account',
  create: 'Create account',
  userId: 'User ID',
  name: 'Name',
  addresses: 'Email addresses',
  language: 'Language of emails',
  group: 'Group',
  saveDetails: 'Save details',
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
