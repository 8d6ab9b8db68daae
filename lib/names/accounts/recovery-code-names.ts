/** `/profile/recovery-code` */
export const recoveryCodeNames = {
  make: 'Make a recovery code',
  /** Where there is one already. */
  makeNew: 'Make a new recovery code',
  code: 'Your recovery code',
  kept: 'I’ve kept it',
  delete: 'Delete recovery code',
} as const;
