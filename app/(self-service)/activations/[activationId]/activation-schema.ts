import { z } from 'zod';
import { credentialSchema } from '../new/start-schema';
import { parseActivationId } from '@/lib/activation/activation-id';

/** The activation that a button on its page is about. */
export const activationSchema = z.object({
  activationId: z.string().transform((text, context) => {
    const id = parseActivationId(text);
    if (id) return id;
    context.addIssue('not an activation');
    return z.NEVER;
  }),
});

export const renewSchema = activationSchema.extend(credentialSchema.shape);
