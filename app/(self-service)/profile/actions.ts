'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { changePassword } from '@/lib/accounts/sign-in/change-password';
import { signOutEverywhere } from '@/lib/accounts/sessions/sign-out';
import { clearSessionCookie } from '@/lib/web/sessions/session-cookie';
import { formAction } from '@/lib/web/actions/form-action';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

const changePasswordSchema = z.object({
  currentPassword: password,
  newPassword: password,
  newPasswordAgain: password,
});

export const changePasswordAction = formAction(
  { permission: 'profile:change', schema: changePasswordSchema, stepUp: false },
  async ({ currentPassword, newPassword, newPasswordAgain }, { services, signedIn, origin }) => {
    if (newPassword !== newPasswordAgain) return { status: 'refused', code: 'passwords-differ' };
    const changed = await changePassword(
      services.access,
      signedIn,
      { current: currentPassword, new: newPassword },
      origin,
    );
    if (!changed.ok) return { status: 'refused', code: changed.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

export const signOutEverywhereAction = formAction(
  { permission: 'profile:change', schema: z.object({}), stepUp: false },
  async (_input, { services, signedIn, origin }) => {
    await signOutEverywhere(services.access, signedIn, origin);
    await clearSessionCookie();
    redirect('/sign-in');
  },
);
