import { z } from 'zod';
import { credentialSchema } from '../new/start-schema';
import { MAXIMUM_TYPED_CODE_LENGTH, withoutGaps } from '@/lib/shared/codes/typed-code';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';

/** The activation that a button on its page is about. */
export const activationSchema = z.object({
  activationId: z.string().transform((text, context) => {
    const id = parseActivationId(text);
    if (id) return id;
    context.addIssue('not an activation');
    return z.NEVER;
  }),
});

/** What the phone shows for an image of an offline activation. */
export const codeSchema = activationSchema.extend({
  code: z
    .string()
    .max(MAXIMUM_TYPED_CODE_LENGTH)
    .transform(withoutGaps)
    .pipe(z.string().regex(/^\d{1,40}$/)),
});

export const renewSchema = activationSchema.extend(credentialSchema.shape);
