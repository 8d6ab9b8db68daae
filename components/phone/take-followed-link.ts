import { readActivationLink } from '@/lib/phone/scanning/read-activation-link';
import { isOnLink, clearLink } from './app-history';

/**
 * What a link for this device carries, if one was followed since the last call. It is taken out of the address at once, so
 * that it stays neither on screen nor in the history.
 * @returns null when none was followed, and an empty text when it carries nothing that can be read
 */
export function takeFollowedLink(): string | null {
  const { href } = window.location;
  const heard = (window as { followedLinks?: string[] }).followedLinks?.splice(0) ?? [];
  if (isOnLink()) heard.push(href);
  clearLink();
  const link = heard.findLast((address) => new URL(address).hash.length > 1);
  if (link === undefined) return null;
  const text = readActivationLink(link);
  return text.ok ? text.value : '';
}
