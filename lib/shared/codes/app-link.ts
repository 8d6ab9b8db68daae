/*
 * The link that opens the phone app on the device that shows the website: the payload behind a `#`, which browsers send to no
 * server, and a ticket, by which the app finds out that the website made the link for this browser.
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
