import { createHmac } from 'node:crypto';

export const SIGNATURE_HEADER = 'x-tessera-signature';

/**
 * `t=<seconds since 1970>,v1=<HMAC-SHA-256 in hexadecimal>`. What is signed is `<t>.<body>`, so that who receives it can
 * refuse an old one that is sent again.
 */
export function signWebhook(body: string, secret: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')}`;
}
