'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pathWithUserId } from '@/components/site/forms/typed-user-id';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { reportWithCode } from '@/lib/helpdesk/administration/report-with-code';
import { services } from '@/lib/server/composition/compose';
import { freezeHeld, lockHeld, type HeldCaseRefusal } from '@/lib/helpdesk/safety/lost-phone/held-case';
import { reportWithPassword, type LostPhoneRefusal } from '@/lib/helpdesk/safety/lost-phone/report-with-password';
import type { FormState } from '@/lib/shared/form-state';
import { generateBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { askForMailedCode, typedUserId } from '@/lib/server/web/actions/ask-for-mailed-code';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { caseCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { findKnownBrowser } from '@/lib/server/web/sessions/known-browser-cookie';

/** None of these actions needs a session: whoever lost the phone has no other way to sign in. */
const CASE = '/lost-phone/case';

const reportSchema = z.object({ userId: typedUserId, password: z.string().max(MAXIMUM_PASSWORD_LENGTH * 2) });

export async function reportWithPasswordAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<LostPhoneRefusal | 'invalid-input'>> {
  const parsed = reportSchema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const app = await services();
  const holder = (await caseCookie.read()) ?? generateBrowserSecret(systemRandom);
  const browser = { holder, knownBrowser: await findKnownBrowser(app, parsed.data.userId) };
  const reported = await reportWithPassword(app.helpdesk, app.accounts, parsed.data, browser, await requestOrigin());
  if (!reported.ok) {
    return { status: 'refused', code: reported.refusal, fields: { userId: parsed.data.userId } };
  }
  await caseCookie.write(holder);
  redirect(CASE);
}

/** Whoever is typed, the answer and its work are the same; who it is shows in the background. */
export async function askForLostPhoneCodeAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<'invalid-input' | 'too-many-codes'>> {
  const requested = await askForMailedCode(formData, 'lost-phone', caseCookie);
  if (!requested.ok) return { status: 'refused', code: requested.refusal };
  redirect(pathWithUserId('/lost-phone/email/code', requested.value));
}

const codeSchema = z.object({ userId: typedUserId, code: z.string().max(40) });

export async function reportWithCodeAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<'mailed-code-wrong' | 'too-many-attempts' | 'invalid-input' | 'changed-elsewhere'>> {
  const parsed = codeSchema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const app = await services();
  if (!app.administration) return { status: 'refused', code: 'changed-elsewhere' };
  const browser = {
    holder: await caseCookie.read(),
    knownBrowser: await findKnownBrowser(app, parsed.data.userId),
  };
  const reported = await reportWithCode(app.helpdesk, app.administration, parsed.data, browser, await requestOrigin());
  if (reported.ok) redirect(CASE);
  if (reported.refusal !== 'mailed-code-wrong') return { status: 'refused', code: reported.refusal };
  return { status: 'refused', code: 'invalid-input', errors: { code: reported.refusal } };
}

/** Empty for all. */
const lockSchema = z.object({ instanceId: z.string().max(64) });

export async function lockLostPhoneAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<HeldCaseRefusal | 'invalid-input'>> {
  const parsed = lockSchema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const { helpdesk } = await services();
  const which = parsed.data.instanceId || null;
  const locked = await lockHeld(helpdesk, await caseCookie.read(), which, await requestOrigin());
  if (!locked.ok) return { status: 'refused', code: locked.refusal };
  revalidatePath(CASE);
  return { status: 'done' };
}

export async function freezeLostPhoneAction(
  _previous: unknown,
  _formData: unknown,
): Promise<FormState<'case-over' | 'too-many-attempts'>> {
  const frozen = await freezeHeld((await services()).helpdesk, await caseCookie.read(), await requestOrigin());
  if (!frozen.ok) return { status: 'refused', code: frozen.refusal };
  redirect('/frozen');
}

/** Leaves the case to the helpdesk: this browser sees it no more. */
export async function leaveCaseAction(): Promise<void> {
  await caseCookie.clear();
  redirect('/sign-in');
}
