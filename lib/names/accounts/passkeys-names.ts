/** The passkeys on `/profile`. A disclosure's name ends with the passkey's. */
export const passkeysNames = {
  passkeys: 'Passkeys',
  name: 'Name of the passkey',
  add: 'Add a passkey',
  rename: 'Rename',
  saveName: 'Save name',
  remove: 'Remove',
  removeIt: 'Remove this passkey',
  /** Where there are passkeys enough to do without a password. */
  turnPasswordOff: 'Turn my password off',
  turnItOff: 'Turn it off',
} as const;
