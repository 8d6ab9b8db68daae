'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { pathWithUserId } from '@/components/site/forms/typed-user-id';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { registerSelf } from '@/lib/helpdesk/administration/self-registration/register-self';
import { services } from '@/lib/server/composition/compose';
import type { FormState } from '@/lib/shared/form-state';
import { generateBrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { typedUserId } from '@/lib/server/web/actions/ask-for-mailed-code';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { registrationCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { findKnownBrowser } from '@/lib/server/web/sessions/known-browser-cookie';

const schema = z.object({ userId: typedUserId, password: z.string().max(MAXIMUM_PASSWORD_LENGTH) });

/** Needs no session. Whoever is typed, and whatever password, the answer is the same. */
export async function registerSelfAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<'invalid-input' | 'too-many-attempts' | 'not-offered' | 'gateway-unreachable'>> {
  const parsed = schema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const app = await services();
  const holder = (await registrationCookie.read()) ?? generateBrowserSecret(systemRandom);
  const browser = { holder, knownBrowser: await findKnownBrowser(app, parsed.data.userId) };
  const origin = await requestOrigin();
  const asked = await withGatewayFallback(null, () => registerSelf(app.selfRegistration, parsed.data, browser, origin));
  if (asked === null) return { status: 'refused', code: 'gateway-unreachable' };
  if (!asked.ok) return { status: 'refused', code: asked.refusal };
  await registrationCookie.write(holder);
  redirect(pathWithUserId('/sign-in/register/code', parsed.data.userId));
}
