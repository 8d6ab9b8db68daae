/** What pages for signed-in people have in common. */
export const areaNames = {
  navigation: 'Main',
  yourDevices: 'Your devices',
  staff: 'Staff',
  /** The sections of the staff area. */
  sections: 'Staff',
  /** Opens the menu with the profile and the way out. */
  account: 'Account: {name}, {userId}',
  profile: 'Profile',
  /** In that menu: the page where one press freezes the account. */
  freeze: 'Freeze everything',
  signOut: 'Sign out',
  /** Where a newer version of the site no longer has what an open page asks for. */
  loadAgain: 'Load the page again',
  recentActivity: 'Recent activity',
  /** At the head of one’s own recent activity. */
  somethingNotMe: 'Something here wasn’t you?',
  /** The form at the foot of every page; its buttons are the languages, each in itself: "Deutsch". */
  language: 'Language',
  /** At the foot of every page: the licences of what the site is made of. */
  licences: 'Open-source licences',
} as const;
