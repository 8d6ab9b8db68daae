/** What works on a phone: `/authenticator/check`, and the helpdesk’s view of it, `/helpdesk/checks`. */
export const phoneCheckNames = {
  title: 'Check this phone',
  /** The list, a line for each part. */
  result: 'What works here',
  works: 'Works',
  fails: 'Doesn’t work',
  unknown: 'Can’t be told',
  tryCamera: 'Try the camera',
  checkAgain: 'Check again',
  showHelpdesk: 'Show this to the helpdesk',
  /** Status, once the helpdesk may read it. */
  code: 'Code for the helpdesk',

  // The helpdesk’s view, behind a link on its first page.
  checkCallersPhone: 'Check a caller’s phone',
  checks: 'Check of a phone',
  codeOfPhone: 'Code of the phone',
  show: 'Show the check',
  anotherCode: 'Enter another code',
} as const;
