import { z } from 'zod';

export const startSchema = z.object({
  deviceName: z.string().max(200).default(''),
  startKey: z
    .string()
    .regex(/^[0-9a-f]{0,64}$/)
    .default('')
    .transform((key) => key || null),
});
