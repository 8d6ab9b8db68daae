/** `/administration/service-accounts`, and the pages below it. */
export const serviceAccountNames = {
  title: 'Service accounts',
  /** Leads to the form, and is its heading. */
  new: 'Request a service account',
  name: 'Name',
  networks: 'Networks',
  requestsPerMinute: 'Requests a minute',
  lastDay: 'Last day',
  /** Sends the request, which waits for a second person. */
  request: 'Send request',
  /** Once, for whoever asked. */
  showKey: 'Show the key',
  replaceKey: 'Replace the key',
  overlap: 'Earlier key',
  key: 'Key of the service account',
  stored: 'I’ve stored it',
  suspend: 'Suspend',
  resume: 'Resume',
  saveScopes: 'Save what it may do',
  saveLimits: 'Save limits',
  end: 'End service account',
} as const;
