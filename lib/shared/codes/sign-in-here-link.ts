import { accept, refuse, type Result } from '../result';

/*
 * The link by which a sign-in page hands its request to the phone app in the same browser. The page shows no number then:
 * the link carries it, behind the `#`, which browsers send to no server.
 */

/** Where the app asks whether this browser has started the sign-in. */
export const SIGN_INS_HERE_PATH = '/authenticator/sign-ins-here';

/** Prefix of the fragment by which the sign-in page gets back what the phone hands to it. */
export const RETURNED = 'returned=';

export type SignInHere = {
  /** Names the sign-in, as the browser's cookie does. */
  id: string;
  /** Two digits. */
  number: string;
  /** As in a sign-in image. */
  code: string;
};

/** @property signature an encoded image signature over `signedSignInText`, 98 characters of base64url */
export type SignInHereLink = SignInHere & {
  signature: string;
  /** Whose account is to sign in. Not signed: the app only looks for it first. */
  userId: string;
};

const LINK = /^sign-in-here=(phs-[0-9a-f]{64})&([1-9]\d)&([\w-]{98})&(01;90;[0-9a-f]{32};[^&]+)&(.*)$/s;

export function formatSignInHereLink({ id, number, signature, code, userId }: SignInHereLink): string {
  const text = `sign-in-here=${[id, number, signature, code, userId].join('&')}`;
  return `/authenticator#${encodeURIComponent(text)}`;
}

/** @param text the decoded fragment, without `#` */
export function parseSignInHereLink(text: string): Result<SignInHereLink, 'not-a-sign-in-link'> {
  const [, id, number, signature, code, userId] = LINK.exec(text) ?? [];
  if (!id || !number || !signature || !code || userId === undefined) return refuse('not-a-sign-in-link');
  return accept({ id, number, signature, code, userId });
}

/** What the website signs. No payload of an image and no link to an activation begins like it. */
export function signedSignInText({ id, number, code }: SignInHere): string {
  return `sign-in-here;${id};${number};${code}`;
}
