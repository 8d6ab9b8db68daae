import { z } from 'zod';
import { type NetworkRange, parseNetworkRange } from '../../shared/network-range';
import { isLoopbackHost } from '../../shared/loopback-host';

/** Where events are posted, and the secret that signs them. */
export type Webhook = { url: string; secret: string };

const MINIMUM_SECRET_CHARACTERS = 32;

export const webhookUrlsSchema = z
  .string()
  .transform(parts)
  .refine((urls) => urls.every(isUsable) && new Set(urls).size === urls.length, {
    error:
      'needs different https:// addresses, separated by commas, without a name, a password or a fragment; http:// is for this machine only',
  });

export const webhookSecretsSchema = z
  .string()
  .transform(parts)
  .refine((secrets) => secrets.every((secret) => secret.length >= MINIMUM_SECRET_CHARACTERS), {
    error: `needs secrets of at least ${MINIMUM_SECRET_CHARACTERS} characters, separated by commas`,
  });

/** Networks that webhooks of systems may lead into, besides the Internet. */
export const webhookNetworksSchema = z
  .string()
  .transform((text) => parts(text).map((part) => parseNetworkRange(part)))
  .refine((ranges): ranges is NetworkRange[] => !ranges.includes(null), {
    error: 'needs networks such as 10.1.0.0/16, separated by commas',
  });

function parts(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

function isUsable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, hash } = new URL(text);
  const isProtected = protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
  return isProtected && username === '' && password === '' && hash === '';
}
