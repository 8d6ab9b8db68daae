import { readActivationLink } from '@/lib/authenticator-app/read-activation-link';

/**
 * Reads what a link for this device carries and takes it out of the address at once, so that it stays neither on screen
 * nor in the history. @returns null when the address carries nothing
 */
export function takeLinkFragment(): string | null {
  const { hash, pathname } = window.location;
  if (hash.length < 2) return null;
  window.history.replaceState(null, '', pathname);
  const text = readActivationLink(hash);
  return text.ok ? text.value : '';
}
