/** `/lost-phone`, the pages below it, and `/frozen`: for somebody who is not signed in. */
export const lostPhoneNames = {
  /** The heading, and the links to it: on the sign-in page, on the recovery card, and where a proof is asked for. */
  heading: 'Lost your phone?',
  lock: 'Lock my phone',
  withCode: 'Email me a code instead',
  /** Of a phone that can be locked: where there are several, the page asks which. */
  lockOne: 'Lock {device}',
  lockAll: 'Lock all of them',
  which: 'Which phone is lost?',
  waysBack: 'Ways back into your account',
  /** What is read out to the helpdesk. */
  reference: 'Reference',
  done: 'Done',
  frozen: 'Your account is frozen',
} as const;
