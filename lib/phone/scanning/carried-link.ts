import { formatActivationLink, separateTicket } from '../../shared/codes/app-link';
import { refuse, type Result } from '../../shared/result';
import { readActivationLink } from './classify-code';

/*
 * An activation's link on its way from a tab to the app on the home screen, which has another storage and no session. A link
 * stays what it is: anybody can make one, so that the app judges it as any other.
 */

/** Longer than any link of this website. */
const LONGEST_LINK = 2_000;

/**
 * The link to carry. Without its ticket, which belongs to the browser's session and would be "used" anywhere else.
 * @param text of the link that was followed, with its ticket
 */
export function carriedLink(text: string, origin: string): string {
  return `${origin}${formatActivationLink(separateTicket(text).payload, null)}`;
}

/**
 * @param pasted what somebody had in the clipboard, or typed
 * @returns the link's text; a link of another website is none
 */
export function readCarriedLink(pasted: string, origin: string): Result<string, 'not-an-activation-link'> {
  const link = pasted.trim();
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return refuse('not-an-activation-link');
  const { origin: linkOrigin, pathname } = new URL(link);
  if (linkOrigin !== origin || (pathname !== '/authenticator' && pathname !== '/a'))
    return refuse('not-an-activation-link');
  return readActivationLink(link);
}
