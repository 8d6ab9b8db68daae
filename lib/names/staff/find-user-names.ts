/** `/helpdesk`, and the search of `/administration/users`. */
export const findUserNames = {
  find: 'Find a user',
  search: 'Search',
  users: 'Users',
  /** Heads of the table's columns: buttons where it can be sorted. */
  name: 'Name',
  userId: 'User ID',
} as const;
