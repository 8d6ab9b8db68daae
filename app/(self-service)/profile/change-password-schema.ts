import { z } from 'zod';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

export const changePasswordSchema = z.object({
  currentPassword: password,
  newPassword: password,
  newPasswordAgain: password,
});
