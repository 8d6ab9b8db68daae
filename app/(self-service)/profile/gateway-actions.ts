'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { ProofAsked } from '@/lib/accounts/proofs/check-proofs';
import { changeGatewayPassword } from '@/lib/accounts/sign-in/change-gateway-password';
import { changeGatewayPin } from '@/lib/accounts/sign-in/change-gateway-pin';
import { synchronisePassword } from '@/lib/accounts/sign-in/synchronise-password';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { GatewayError } from '@/lib/activation/gateway-error';
import type { Services } from '@/lib/server/composition/compose';
import { formAction } from '@/lib/server/web/actions/form-action';

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

const passwordSchema = z.object({ currentPassword: password, newPassword: password, newPasswordAgain: password });

/** The current password is a proof that the server compares with the change itself. */
const CHANGE_PASSWORD: ProofAsked = { action: 'change-gateway-password', given: ['password'] };

export const changeGatewayPasswordAction = formAction(
  { permission: 'profile:change', schema: passwordSchema, proof: async () => CHANGE_PASSWORD },
  async ({ currentPassword, newPassword, newPasswordAgain }, { services, signedIn, origin }) => {
    const passwords = { current: currentPassword, new: newPassword, again: newPasswordAgain };
    const changed = await orUnclear(services, () =>
      changeGatewayPassword(services.accounts, signedIn, passwords, origin),
    );
    if (changed === null) return { status: 'refused', code: 'password-change-unclear' };
    if (changed.ok) {
      revalidatePath('/profile');
      return { status: 'done' };
    }
    const { refusal } = changed;
    if (typeof refusal === 'string') return { status: 'refused', code: refusal };
    const errors = { currentPassword: refusal.current, newPassword: refusal.new, newPasswordAgain: refusal.again };
    return { status: 'refused', code: 'invalid-input', errors };
  },
);

const syncSchema = z.object({ elsewherePassword: password, syncOneTimePassword: z.string().max(64) });

/** The one-time password is a proof that the server compares with the password itself. */
const SYNCHRONISE: ProofAsked = { action: 'sync-gateway-password', given: ['one-time-password'] };

export const synchronisePasswordAction = formAction(
  { permission: 'profile:change', schema: syncSchema, proof: async () => SYNCHRONISE },
  async ({ elsewherePassword, syncOneTimePassword }, { services, signedIn, origin }) => {
    const typed = { password: elsewherePassword, oneTimePassword: syncOneTimePassword };
    const learned = await orUnclear(services, () => synchronisePassword(services.accounts, signedIn, typed, origin));
    if (learned === null) return { status: 'refused', code: 'password-change-unclear' };
    if (!learned.ok) return { status: 'refused', code: learned.refusal };
    revalidatePath('/profile');
    return { status: 'done' };
  },
);

/** Longer than any is, so that the use case says what is wrong. */
const digits = z.string().max(64);

const pinSchema = z.object({
  currentPin: digits.default(''),
  newPin: digits,
  newPinAgain: digits,
  pinOneTimePassword: digits,
});

/** The one-time password is a proof that the server compares with the change itself. */
const CHANGE_PIN: ProofAsked = { action: 'change-gateway-pin', given: ['one-time-password'] };

export const changeGatewayPinAction = formAction(
  { permission: 'profile:change', schema: pinSchema, proof: async () => CHANGE_PIN },
  async ({ currentPin, newPin, newPinAgain, pinOneTimePassword }, { services, signedIn, origin }) => {
    const input = { current: currentPin, new: newPin, again: newPinAgain, oneTimePassword: pinOneTimePassword };
    const changed = await orUnclear(services, () => changeGatewayPin(services.accounts, signedIn, input, origin));
    if (changed === null) return { status: 'refused', code: 'pin-change-unclear' };
    if (changed.ok) {
      revalidatePath('/profile');
      return { status: 'done' };
    }
    const { refusal } = changed;
    if (typeof refusal === 'string') return { status: 'refused', code: refusal };
    const errors = { pinOneTimePassword: refusal.oneTimePassword, newPin: refusal.new, newPinAgain: refusal.again };
    return { status: 'refused', code: 'invalid-input', errors };
  },
);

/** @returns null when the gateway failed, so that nobody knows whether it made the change */
async function orUnclear<Value>({ logger }: Services, change: () => Promise<Value>): Promise<Value | null> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    logger.warn({ err: error }, 'whether the gateway made a change is unclear');
    return null;
  }
}
