import { z } from 'zod';
import { parseDeviceReplacementId } from '@/lib/devices/replacement/device-replacement';

/** The replacement that a button is about. */
export const replacementSchema = z.object({
  replacementId: z.string().transform((text, context) => {
    const id = parseDeviceReplacementId(text);
    if (id) return id;
    context.addIssue('not a replacement');
    return z.NEVER;
  }),
});
