/** `/profile`; its passkeys are in `passkeys-names.ts`. */
export const profileNames = {
  currentPassword: 'Current password',
  changePassword: 'Change password',
  passwordChanged: 'Password changed. We signed you out everywhere else.',
  addresses: 'Addresses',
  saveAddresses: 'Save addresses',
  sessions: 'Where you are signed in',
  signOutOthers: 'Sign out all others',
  signOutEverywhere: 'Sign out everywhere',
} as const;
