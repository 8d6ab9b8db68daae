/** `/activation-links/…`, and the way back on the pages that follow. */
export const activationLinkNames = {
  /** @param name of the registered return address */
  sentYou: '{name} sent you here to activate a phone',
  activate: 'Activate a phone',
  backTo: 'Back to {name}',
  /** For whoever is signed in as somebody else than the link was made for. */
  otherUser: 'This link is for somebody else',
  signOut: 'Sign out and use another account',
  over: 'This link no longer works',
} as const;
