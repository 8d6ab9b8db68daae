/** How a notification that was pressed names its request, behind the `#` of the app's address. */
const PREFIX = 'login-request=';

/** @returns the request's identifier; null for anything else */
export function readLoginRequestLink(fragment: string | null): string | null {
  return fragment !== null && /^login-request=[0-9a-f]{64}$/.test(fragment) ? fragment.slice(PREFIX.length) : null;
}
