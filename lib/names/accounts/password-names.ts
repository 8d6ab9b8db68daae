/** Where a password is chosen: `/sign-in/forgotten`, `/sign-in/first-password` and `/profile`. */
export const passwordNames = {
  chooseNew: 'Choose a new password',
  newPassword: 'New password',
  newPasswordAgain: 'New password again',
  setNew: 'Set new password',
  set: 'Set password',
} as const;
