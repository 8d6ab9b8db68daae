import 'server-only';
import { createHash } from 'node:crypto';
import { generateBrowserSecret, type BrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import { systemRandom } from '../../../shared/random';
import { passkeyCookie } from './browser-secret-cookie';

/**
 * Names this browser for its challenges, and keeps the secret that the name is made of in its cookie. Pages of one
 * browser share the name: each has its own challenge.
 */
export async function openPasskeyHolder(): Promise<string> {
  const secret = (await passkeyCookie.read()) ?? generateBrowserSecret(systemRandom);
  await passkeyCookie.write(secret);
  return nameOf(secret);
}

/** @returns null if the browser has asked for no challenge */
export async function readPasskeyHolder(): Promise<string | null> {
  const secret = await passkeyCookie.read();
  return secret && nameOf(secret);
}

/** The secret itself is never stored or compared. */
function nameOf(secret: BrowserSecret): string {
  return `browser-${createHash('sha256').update(secret).digest('hex')}`;
}
