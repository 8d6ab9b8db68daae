'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pathWithUserId } from '@/components/site/forms/typed-user-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import { resetPassword, type ForgottenRefusal } from '@/lib/helpdesk/administration/forgotten-password';
import { DEVICE_PROOF_REFUSALS } from '@/lib/accounts/proofs/vouching-devices';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { normalizeUserId } from '@/lib/accounts/users/user';
import { services, type Services } from '@/lib/server/composition/compose';
import type { FormState, ProofWay } from '@/lib/shared/form-state';
import { askForMailedCode, typedUserId } from '@/lib/server/web/actions/ask-for-mailed-code';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { forgottenCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';

/** Needs no session. Whoever is typed, the answer and its work are the same; who it is shows in the background. */
export async function askForCodeAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<'invalid-input' | 'too-many-codes'>> {
  const requested = await askForMailedCode(formData, 'forgotten-password', forgottenCookie);
  if (!requested.ok) return { status: 'refused', code: requested.refusal };
  redirect(pathWithUserId('/sign-in/forgotten/code', requested.value));
}

const password = z.string().max(MAXIMUM_PASSWORD_LENGTH * 2);

const resetSchema = z.object({
  userId: typedUserId,
  code: z.string().max(40),
  newPassword: password,
  newPasswordAgain: password,
  proofOneTimePassword: z.string().max(40).default(''),
  proofCodeDevice: z.string().max(64).nullable().default(null),
});

/** Needs no session; one that a phone, a passkey or an invitation opened in this browser is a proof. */
export async function resetPasswordAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<ForgottenRefusal | 'invalid-input' | 'gateway-unreachable'>> {
  const parsed = resetSchema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const app = await services();
  const { administration, logger } = app;
  if (!administration) return { status: 'refused', code: 'changed-elsewhere' };
  const { userId: input, code, newPassword, newPasswordAgain, proofOneTimePassword, proofCodeDevice } = parsed.data;
  const fields = {
    userId: input,
    code,
    oneTimePassword: { typed: proofOneTimePassword, instanceId: proofCodeDevice },
    passwords: { new: newPassword, again: newPasswordAgain },
  };
  const browser = { holder: await forgottenCookie.read(), visitor: await getVisitor() };
  try {
    const result = await resetPassword(administration, fields, browser, await requestOrigin());
    if (!result.ok) return await refusedReset(app, input, result.refusal);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    logger.warn({ err: error }, 'the gateway failed');
    return { status: 'refused', code: 'gateway-unreachable' };
  }
  await forgottenCookie.clear();
  redirect(pathWithUserId('/sign-in', input));
}

const FIELDS: Partial<Record<ForgottenRefusal, string>> = {
  'mailed-code-wrong': 'code',
  'password-too-short': 'newPassword',
  'password-too-long': 'newPassword',
  'password-guessable': 'newPassword',
  'passwords-differ': 'newPasswordAgain',
};

/** Only whoever has the code learns which ways the account has to prove more. */
const ABOUT_DEVICE: ReadonlySet<ForgottenRefusal> = new Set(['device-proof-required', ...DEVICE_PROOF_REFUSALS]);

async function refusedReset(
  { proofs, phoneSignIn }: Services,
  userId: string,
  code: ForgottenRefusal,
): Promise<FormState<ForgottenRefusal | 'invalid-input'>> {
  const field = FIELDS[code];
  if (field) return { status: 'refused', code: 'invalid-input', errors: { [field]: code } };
  if (!ABOUT_DEVICE.has(code)) return { status: 'refused', code };
  const { codeDevices, mayVouch } = await proofs.devices.describe({
    userId: normalizeUserId(userId),
    domain: proofs.settings.domain,
  });
  const offers = {
    phone: mayVouch && phoneSignIn !== null,
    'one-time-password': codeDevices.length > 0 && code !== 'too-many-one-time-passwords',
    helpdesk: true,
  };
  const ways: ProofWay[] = (Object.keys(offers) as (keyof typeof offers)[]).filter((way) => offers[way]);
  const prompt = {
    identity: null,
    second: ways,
    codeDevices: codeDevices.length > 1 ? codeDevices : [],
    providerName: null,
    trustedNext: null,
  };
  return { status: 'refused', code, prompt };
}
