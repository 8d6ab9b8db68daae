import { readActivationLink } from '@/lib/authenticator-app/read-activation-link';

/**
 * Reads what a link for this device carries and takes it out of the address at once, so that it stays neither on screen
 * nor in the history. @returns null when the address carries nothing
 */
export function takeLinkFragment(): string | null {
  const { hash, pathname } = window.location;
  if (hash.length < 2) return null;
  // A link that is followed while the app is open makes an entry that Next.js does not know; through its own
  // `replaceState` it would load the page again, and the link would be lost.
  if (window.history.state === null) History.prototype.replaceState.call(window.history, null, '', pathname);
  else window.history.replaceState(null, '', pathname);
  const text = readActivationLink(hash);
  return text.ok ? text.value : '';
}
