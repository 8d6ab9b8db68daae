import { z } from 'zod';
import { MAXIMUM_CREDENTIAL_LENGTH } from '@/lib/activation/start/activation-credentials';

/** The password or one-time password that the gateway registers with, where it asks for one; see `StartPrompt`. */
export const credentialShape = { password: z.string().max(MAXIMUM_CREDENTIAL_LENGTH).optional() };

export const startSchema = z
  .object({
    ...credentialShape,
    deviceName: z.string().max(200).default(''),
    activationType: z.enum(['online', 'offline']).default('online'),
    /** Pressed on the phone itself, which goes on to its app. */
    here: z
      .literal('1')
      .optional()
      .transform((value) => value !== undefined),
    startKey: z
      .string()
      .regex(/^[0-9a-f]{0,64}$/)
      .default('')
      .transform((key) => key || null),
  })
  .transform(withCredential);

/** The field is called `password` for password managers. */
export function withCredential<Typed extends { password?: string | undefined }>({
  password: credential,
  ...fields
}: Typed) {
  return { ...fields, credential };
}
