'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { sendOneTimePassword } from '@/lib/accounts/sign-in/send-one-time-password';
import { services } from '@/lib/server/composition/compose';
import type { FormState } from '@/lib/shared/form-state';
import { typedUserId } from '@/lib/server/web/actions/ask-for-mailed-code';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { localPath } from '@/lib/server/web/local-path';
import { findKnownBrowser } from '@/lib/server/web/sessions/known-browser-cookie';
import { writeSentOneTimePassword } from '@/lib/server/web/sessions/sent-one-time-password-cookie';

const schema = z.object({
  userId: typedUserId,
  password: z.string().max(MAXIMUM_PASSWORD_LENGTH),
  next: z.string().max(2_000).default('/'),
});

/** Needs no session. Whoever is typed, and whatever password, the answer is the same. */
export async function sendOneTimePasswordAction(
  _previous: unknown,
  formData: unknown,
): Promise<FormState<'invalid-input' | 'too-many-attempts' | 'not-offered' | 'gateway-unreachable'>> {
  const parsed = schema.safeParse(formFields(formData));
  if (!parsed.success) return { status: 'refused', code: 'invalid-input' };
  const { next, ...typed } = parsed.data;
  const app = await services();
  const [origin, browser] = [await requestOrigin(), await findKnownBrowser(app, typed.userId)];
  const sent = await withGatewayFallback(null, () => sendOneTimePassword(app.accounts, typed, origin, browser));
  if (sent === null) return { status: 'refused', code: 'gateway-unreachable' };
  if (!sent.ok) return { status: 'refused', code: sent.refusal };
  await writeSentOneTimePassword(app, sent.value);
  redirect(`/sign-in/one-time-password/code?next=${encodeURIComponent(localPath(next))}` as Route);
}
