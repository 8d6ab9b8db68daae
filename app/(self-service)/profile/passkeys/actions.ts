'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { removePasskey, renamePasskey } from '@/lib/accounts/passkeys/change-passkey';
import { parsePasskeyId, type PasskeyId } from '@/lib/accounts/passkeys/passkey';
import type { RegistrationOptions } from '@/lib/accounts/passkeys/passkey-options';
import { beginPasskeyRegistration } from '@/lib/accounts/passkeys/register-passkey';
import { turnPasswordOff, turnPasswordOn } from '@/lib/accounts/passkeys/turn-password-off';
import { addPasskey } from '@/lib/activation/add-passkey';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import type { PipelineRefusal } from '@/lib/shared/form-state';
import { formAction, refusedForProof } from '@/lib/server/web/actions/form-action';

const PROFILE = { permission: 'profile:change' } as const;

const nothing = z.object({});

/** What the browser needs to make a passkey. The use case asks for the proofs itself, after it has counted passkeys. */
export const beginPasskeyAction = formAction<
  typeof nothing,
  PipelineRefusal | 'not-offered' | 'too-many-passkeys',
  { status: 'begun'; options: RegistrationOptions }
>({ ...PROFILE, schema: nothing, proof: null }, async (_input, { services, signedIn, origin, typed }) => {
  const result = await beginPasskeyRegistration(services.proofs, signedIn, typed, origin);
  if (result.ok) return { status: 'begun', options: result.value };
  const { refusal } = result;
  if (refusal === 'not-offered' || refusal === 'too-many-passkeys') return { status: 'refused', code: refusal };
  return refusedForProof(services, signedIn, { action: 'add-passkey' }, refusal);
});

/** Its lengths are the use case's to judge, which records an oversized answer. */
const madeSchema = z.object({ answer: z.string(), name: z.string() });

export const finishPasskeyAction = formAction(
  { ...PROFILE, schema: madeSchema, proof: null },
  async (passkey, { services, signedIn, origin }) => {
    const result = await addPasskey(services, signedIn, passkey, origin);
    if (!result.ok) return { status: 'refused', code: result.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

const passkeySchema = z.object({
  passkeyId: z.string().refine((text): text is PasskeyId => parsePasskeyId(text) !== null),
});

export const renamePasskeyAction = formAction(
  { ...PROFILE, schema: passkeySchema.extend({ name: z.string().max(500) }), proof: null },
  async ({ passkeyId, name }, { services, signedIn, origin }) => {
    const renamed = await renamePasskey(services.accounts, signedIn, passkeyId, name, origin);
    if (!renamed.ok) return { status: 'refused', code: renamed.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

export const removePasskeyAction = formAction(
  { ...PROFILE, schema: passkeySchema, proof: 'remove-passkey' },
  async ({ passkeyId }, { services, signedIn, origin }) => {
    const removed = await removePasskey(services.accounts, signedIn, passkeyId, origin);
    if (!removed.ok) return { status: 'refused', code: removed.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

export const turnPasswordOffAction = formAction(
  { ...PROFILE, schema: nothing, proof: 'turn-password-off' },
  async (_input, { services, signedIn, origin }) => {
    const turned = await turnPasswordOff(services.accounts, signedIn, origin);
    if (!turned.ok) return { status: 'refused', code: turned.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

export const turnPasswordOnAction = formAction(
  {
    ...PROFILE,
    schema: z.object({ newPassword: password, newPasswordAgain: password }),
    proof: 'turn-password-on',
  },
  async ({ newPassword, newPasswordAgain }, { services, signedIn, origin }) => {
    const input = { new: newPassword, again: newPasswordAgain };
    const turned = await turnPasswordOn(services.accounts, signedIn, input, origin);
    if (turned.ok) {
      revalidatePath('/profile');
      return { status: 'done' };
    }
    const { refusal } = turned;
    if (typeof refusal === 'string') return { status: 'refused', code: refusal };
    const errors = { newPassword: refusal.new, newPasswordAgain: refusal.again };
    return { status: 'refused', code: 'invalid-input', errors };
  },
);
