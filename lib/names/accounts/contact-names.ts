/** Numbers and manager on record, on `/profile` and `/administration/users/{userId}`. */
export const contactNames = {
  contacts: 'For caller checks',
  phoneNumbers: 'Telephone numbers',
  saveNumbers: 'Save numbers',
  manager: 'Manager’s user ID',
  saveContacts: 'Save for caller checks',
} as const;
