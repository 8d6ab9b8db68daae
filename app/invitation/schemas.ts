import { z } from 'zod';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';

export const tokenSchema = z.string().max(200);

export const letterCodeSchema = z.string().max(40);

export const openSchema = z.object({
  token: tokenSchema,
  code: z.string().max(40).default(''),
  password: z.string().max(MAXIMUM_PASSWORD_LENGTH).default(''),
});
