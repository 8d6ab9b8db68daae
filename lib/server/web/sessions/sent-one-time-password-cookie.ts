import 'server-only';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { SENT_FOR_MS, type SentOneTimePassword } from '../../../accounts/sign-in/send-one-time-password';
import type { Services } from '../../composition/compose';
import { SECOND } from '../../../shared/time/duration';

type AppParts = { config: Pick<Services['config'], 'isHttps'>; activation: Pick<Services['activation'], 'encrypter'> };

/**
 * Encrypted, and always of one length: whether anything was sent would tell that the password was right.
 */
const CONTEXT = 'sent one-time password';
const PADDED_LENGTH = 1_024;

const schema = z.object({
  id: z.string(),
  userId: z.string(),
  challengeKey: z.string().nullable(),
  expiresAt: z.coerce.date(),
});

/** What this browser had sent; null for none, or what cannot be read any more. */
export async function readSentOneTimePassword(app: AppParts): Promise<SentOneTimePassword | null> {
  const value = (await cookies()).get(nameOf(app))?.value;
  if (!value) return null;
  try {
    return schema.parse(JSON.parse(await app.activation.encrypter.decrypt(value, CONTEXT)));
  } catch (error) {
    if (error instanceof Error && error.name === 'DecryptionError') return null;
    throw error;
  }
}

export async function writeSentOneTimePassword(app: AppParts, sent: SentOneTimePassword): Promise<void> {
  const text = JSON.stringify(sent).padEnd(PADDED_LENGTH);
  await set(app, await app.activation.encrypter.encrypt(text, CONTEXT), SENT_FOR_MS / SECOND);
}

export function forgetSentOneTimePassword(app: AppParts): Promise<void> {
  return set(app, '', 0);
}

async function set(app: AppParts, value: string, maxAge: number): Promise<void> {
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: app.config.isHttps, maxAge } as const;
  (await cookies()).set(nameOf(app), value, options);
}

/** Browsers allow the `__Host-` prefix, which keeps neighbouring hosts from setting the cookie, on https only. */
function nameOf({ config }: AppParts): string {
  return `${config.isHttps ? '__Host-' : ''}tessera.sent`;
}
