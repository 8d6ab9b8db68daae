/** `/administration/service-accounts`, and the pages below it. */
export const serviceAccountNames = {
  title: 'Service accounts',
  awaited: 'Waiting for a second person',
  /** Leads to the form, and is its heading. */
  new: 'Request a service account',
  name: 'Name',
  networks: 'Networks',
  requestsPerMinute: 'Requests a minute',
  lastDay: 'Last day',
  /** Sends the request, which waits for a second person. */
  request: 'Send request',
  keys: 'Keys',
  /** Of a key that opens, whose holder is no administrator any more. */
  holderLeft: 'Key holder has left',
  history: 'History',
  /** Once, for whoever asked. */
  showKey: 'Show the key',
  replaceKey: 'Replace the key',
  overlap: 'Earlier key',
  key: 'Key of the service account',
  copyKey: 'Copy the key',
  keyCopied: 'Copied the key',
  stored: 'I’ve stored it',
  suspend: 'Suspend',
  resume: 'Resume',
  saveScopes: 'Save what it may do',
  saveLimits: 'Save limits',
  returnAddresses: 'Return addresses',
  returnName: 'Name of the site',
  returnUrl: 'Address to return to',
  registerAddress: 'Register return address',
  end: 'End service account',
  endIt: 'Yes, end it for good',
} as const;
