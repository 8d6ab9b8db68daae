'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { deleteRecoveryCode, makeRecoveryCode } from '@/lib/accounts/recovery/change-recovery-code';
import { formAction } from '@/lib/server/web/actions/form-action';

const nothing = z.object({});

/** The code is in this one answer, and nowhere else. */
export const makeRecoveryCodeAction = formAction(
  { permission: 'authenticator:change', schema: nothing, proof: 'make-recovery-code' },
  async (_input, { services, signedIn, origin, usedUp }) => {
    const result = await makeRecoveryCode(services.proofs, signedIn, origin, usedUp.voucher);
    if (!result.ok) return { status: 'refused', code: result.refusal };
    // Whoever leaves the code and comes back is told that there is one.
    revalidatePath('/profile/recovery-code');
    return { status: 'done', secret: result.value };
  },
);

export const deleteRecoveryCodeAction = formAction(
  { permission: 'authenticator:change', schema: nothing, proof: null },
  async (_input, { services, signedIn, origin }) => {
    await deleteRecoveryCode(services.proofs, signedIn, origin);
    revalidatePath('/profile');
    return { status: 'done' };
  },
);
