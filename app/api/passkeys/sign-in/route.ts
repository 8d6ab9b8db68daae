import { beginPasskeySignIn } from '@/lib/accounts/passkeys/sign-in-with-passkey';
import { services } from '@/lib/server/composition/compose';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { findKnownBrowser } from '@/lib/server/web/sessions/known-browser-cookie';
import { openPasskeyHolder } from '@/lib/server/web/sessions/passkey-holder';

/** A challenge for whoever is about to sign in with a passkey, in this browser. For everybody. */
export async function POST(): Promise<Response> {
  const app = await services();
  const asking = { holder: await openPasskeyHolder(), knownBrowser: await findKnownBrowser(app, null) };
  const result = await beginPasskeySignIn(app.accounts, asking, await requestOrigin());
  if (result.ok) return uncachedJson(result.value);
  return uncachedRefusal(result.refusal === 'too-many-attempts' ? 429 : 404);
}
