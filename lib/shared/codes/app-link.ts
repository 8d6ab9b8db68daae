import { formatActivationPayload, type ActivationPayload } from './activation-payload';

/*
 * The links that open the phone app, with the activation behind a `#`, which browsers send to no server. On the device that
 * shows the website: the payload, and a ticket, by which the app finds out that the website made the link for this browser.
 * In an image, for another phone's own camera: what the app needs of the payload and nothing else, because each character
 * makes the image's modules smaller.
 */

/** Where the app checks whether a ticket belongs to this browser. */
export const LINK_TICKETS_PATH = '/authenticator/link-tickets';

export type LinkTicket = {
  activationId: string;
  /** Works once: 43 characters of base64url, bound to the session. */
  nonce: string;
  /** An encoded image signature over `signedLinkText`, 98 characters of base64url. */
  signature: string;
};

/** Fragment of an activation's page that goes on to the app by itself. */
export const OPENED_HERE = '#this-phone';

const TICKET = /^(.*)&(act-[0-9a-f]{32})&([\w-]{43})&([\w-]{98})$/s;

export function formatActivationLink(payload: string, ticket: LinkTicket | null): string {
  const link = `/authenticator#${encodeURIComponent(payload)}`;
  return ticket ? `${link}&${ticket.activationId}&${ticket.nonce}&${ticket.signature}` : link;
}

/** @param text the decoded fragment, without `#` */
export function separateTicket(text: string): { payload: string; ticket: LinkTicket | null } {
  const [, payload, activationId, nonce, signature] = TICKET.exec(text) ?? [];
  if (payload === undefined || !activationId || !nonce || !signature) return { payload: text, ticket: null };
  return { payload, ticket: { activationId, nonce, signature } };
}

/**
 * The text that the website signs for a link. No payload of an image begins like it, so neither signature can replace
 * the other.
 */
export function signedLinkText(payload: string, { activationId, nonce }: Omit<LinkTicket, 'signature'>): string {
  return `link;${activationId};${nonce};${payload}`;
}

/** In an image; leads on to the app. */
export const IMAGE_LINK_PATH = '/a';

const IMAGE_LINK = /^(https?:\/\/[^/?#\s]+)\/a#(.+)$/;

/**
 * An image's text where phones run this site's own app. Domain and gateway are left out: the website's gateway knows them by
 * the registration identifier.
 * @param websiteUrl without a trailing slash
 */
export function formatImageLink(
  websiteUrl: string,
  { userId, registrationIdentifier, activationPassword }: ActivationPayload,
): string {
  const values = [userId, registrationIdentifier, activationPassword];
  // An `@`, as in addresses, needs no escape there (RFC 3986 §3.5).
  const fragment = values.map((value) => encodeURIComponent(value).replaceAll('%40', '@')).join(';');
  return `${websiteUrl}${IMAGE_LINK_PATH}#${fragment}`;
}

export function isImageLink(text: string): boolean {
  return IMAGE_LINK.test(text);
}

/** @returns null for any other text; what is wrong with the payload is found when it is parsed */
export function readImageLink(text: string): { origin: string; payload: string } | null {
  const [, origin, fragment] = IMAGE_LINK.exec(text) ?? [];
  if (origin === undefined || fragment === undefined || !URL.canParse(origin)) return null;
  try {
    return { origin: new URL(origin).origin, payload: payloadOfFragment(decodeURIComponent(fragment)) };
  } catch {
    return { origin: new URL(origin).origin, payload: '' };
  }
}

/** @param fragment of either link, decoded */
export function payloadOfFragment(fragment: string): string {
  const [userId = '', registrationIdentifier = '', activationPassword, ...rest] = fragment.split(';');
  if (activationPassword === undefined || rest.length > 0) return fragment;
  const payload = formatActivationPayload({ userId, domain: '', registrationIdentifier, activationPassword });
  return payload.ok ? payload.value : fragment;
}
