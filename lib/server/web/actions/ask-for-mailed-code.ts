import { z } from 'zod';
import { MAXIMUM_USER_ID_LENGTH } from '../../../accounts/users/user';
import { askForCode } from '../../../helpdesk/administration/asked-codes';
import { services } from '../../composition/compose';
import { generateBrowserSecret } from '../../../shared/identifiers/phone-sign-in-id';
import { systemRandom } from '../../../shared/random';
import { accept, refuse, type Result } from '../../../shared/result';
import type { BrowserSecretCookie } from '../sessions/browser-secret-cookie';
import { findKnownBrowser } from '../sessions/known-browser-cookie';
import { formFields } from './form-fields';
import { requestOrigin } from './request-trace';

export const typedUserId = z.string().max(MAXIMUM_USER_ID_LENGTH);

const askSchema = z.object({ userId: typedUserId });

/**
 * Asks for a code by email, for somebody without a session. Whoever is typed, the answer and its work are the same; who it is
 * shows in the background. Without accounts of the site's own nothing is asked for, and the answer is the same.
 * @param cookie of the browser in which alone the code is good
 * @returns the user ID as typed
 */
export async function askForMailedCode(
  formData: unknown,
  purpose: Parameters<typeof askForCode>[1],
  cookie: BrowserSecretCookie,
): Promise<Result<string, 'invalid-input' | 'too-many-codes'>> {
  const parsed = askSchema.safeParse(formFields(formData));
  if (!parsed.success) return refuse('invalid-input');
  const app = await services();
  const input = parsed.data.userId;
  if (app.administration) {
    const holder = (await cookie.read()) ?? generateBrowserSecret(systemRandom);
    const browser = { holder, knownBrowser: await findKnownBrowser(app, input) };
    const isAsked = await askForCode(app.administration, purpose, input, browser, await requestOrigin());
    if (!isAsked) return refuse('too-many-codes');
    await cookie.write(holder);
  }
  return accept(input);
}
