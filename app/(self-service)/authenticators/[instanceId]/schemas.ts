import { z } from 'zod';

export const instanceSchema = z.object({ instanceId: z.string().min(1).max(64) });

export const renameSchema = instanceSchema.extend({ deviceName: z.string().max(200) });

export const testLoginSchema = instanceSchema.extend({ oneTimePassword: z.string().max(32) });
