import { beginPasskeySignIn } from '@/lib/accounts/passkeys/sign-in-with-passkey';
import { services } from '@/lib/composition/compose';
import { requestOrigin } from '@/lib/web/actions/request-trace';
import { uncachedJson, uncachedRefusal } from '@/lib/web/answers/uncached';
import { findKnownBrowser } from '@/lib/web/sessions/known-browser-cookie';
import { openPasskeyHolder } from '@/lib/web/sessions/passkey-holder';

/** A challenge for whoever is about to sign in with a passkey, in this browser. For everybody. */
export async function POST(): Promise<Response> {
  const known = await services();
  const asking = { holder: await openPasskeyHolder(), knownBrowser: await findKnownBrowser(known, null) };
  const begun = await beginPasskeySignIn(known.accounts, asking, await requestOrigin());
  if (begun.ok) return uncachedJson(begun.value);
  return uncachedRefusal(begun.refusal === 'too-many-attempts' ? 429 : 404);
}
