/** The start page, which leads on to everything else. */
export const START_PAGE = '/';

/**
 * Where the vendor's self-management website had what Tessera has elsewhere: its parameter `action`, in lower case, and the
 * page (OneSpan §6.1, §6.3). What Tessera has no page for leads to the start page, like an action that is not listed.
 */
export const LEGACY_PAGES: ReadonlyMap<string, string> = new Map([
  ['activation', '/activations/new'],
  ['dsapponlineactivation', '/activations/new'],
  ['dsappsrponlineactivation', '/activations/new'],
  ['mdlactivation', '/activations/new'],
  ['changebackendpassword', '/profile#password'],
  ['passwordsync', '/profile#password-sync'],
  ['pinchange', '/profile#server-pin'],
  // A correct sign-in is what unlocks, where anything does: the page says so.
  ['selfunlock', '/sign-in?unlock=1'],
  ['logintest', '/authenticators/test'],
  ['scanandlogintest', '/authenticators/test'],
  ['dpassign', '/authenticators/assign'],
  ['registeruser', '/sign-in/register'],
  // Whether requests reach the phone, and what to do where they don't.
  ['upgradepushnotification', '/authenticators/test'],
  // The one action of the site for one-time passwords by message.
  ['web', '/sign-in/one-time-password'],
]);
