import 'server-only';
import Credentials from 'next-auth/providers/credentials';
import { finishPhoneSignIn } from '../access/finish-phone-sign-in';
import type { PhoneSignInPorts } from '../access/phone-sign-in-ports';
import type { Services } from '../services';
import { phoneSignInCookie } from './phone-sign-in-cookie';
import { requestOrigin } from './request-origin';

/** Opens the session that a phone has approved. The browser sends nothing but its cookie: there is nothing to choose. */
export function phoneProvider(phoneSignIn: PhoneSignInPorts, metrics: Services['metrics']) {
  return Credentials({
    id: 'phone',
    name: 'Phone',
    credentials: {},
    async authorize() {
      const result = await finishPhoneSignIn(phoneSignIn, await phoneSignInCookie.read(), await requestOrigin());
      metrics.signIns.inc({ outcome: result.ok ? 'succeeded' : result.refusal });
      await phoneSignInCookie.clear();
      if (result.ok) return { id: result.value.session.id };
      // next-auth hands the message of a thrown error to the page, and answers null with one fixed code.
      if (result.refusal === 'not-approved') return null;
      throw new Error(result.refusal);
    },
  });
}
