import { isLoopbackHost } from './loopback-host';

/** Where and how a browser gets push messages (RFC 8030, RFC 8291 §2). */
export type PushSubscriptionKeys = {
  endpoint: string;
  /** 65 bytes in base64url. */
  p256dh: string;
  /** 16 bytes in base64url. */
  auth: string;
};

/** A host of a push service: `web.push.example`, `*.push.example` for all below, or one of this machine with its port. */
export type PushHost = string & { readonly brand: 'PushHost' };

/** Those of the browsers' makers: Google, Mozilla, Apple, Microsoft. */
export const PUSH_HOSTS = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
] as PushHost[];

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const NAME = new RegExp(`^(?:\\*\\.)?${LABEL}(?:\\.${LABEL})+$`);
/** A top-level domain has a letter, which a numeric address has not. */
const ENDS_WITH_LETTER = /[a-z][a-z0-9-]*$/;

/** @returns null if the text is no such host */
export function parsePushHost(text: string): PushHost | null {
  const host = text.trim().toLowerCase();
  if (NAME.test(host) && ENDS_WITH_LETTER.test(host)) return host as PushHost;
  return isOfThisMachine(host) ? (host as PushHost) : null;
}

/** Whether it is of this machine, where a push service for tests may listen without encryption. */
export function isOfThisMachine(host: string): boolean {
  if (!URL.canParse(`http://${host}`)) return false;
  const url = new URL(`http://${host}`);
  return isLoopbackHost(url.hostname) && url.host === host;
}

/**
 * Reads the address that a browser hands out for push messages. It names whom this site calls, and comes from outside.
 * @returns null unless it leads to one of the hosts, by https at its usual port; by http only to one of this machine
 */
export function readPushEndpoint(endpoint: string, hosts: readonly PushHost[]): URL | null {
  if (!URL.canParse(endpoint)) return null;
  const url = new URL(endpoint);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null;
  // With its port, unless that is the scheme's: none but hosts of this machine are named with one.
  const isOffered = hosts.some((host) => (host.startsWith('*.') ? isBelow(url.host, host) : url.host === host));
  if (!isOffered) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isOfThisMachine(url.host)) ? url : null;
}

function isBelow(host: string, wildcard: string): boolean {
  return host.endsWith(wildcard.slice(1)) && host.length > wildcard.length - 1;
}
