import { beginPasskeyProof } from '@/lib/accounts/passkeys/prove-with-passkey';
import { services } from '@/lib/server/composition/compose';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';
import { checkRoutePermission } from '@/lib/server/web/sessions/signed-in';

/** A challenge for the signed-in user's own passkeys, whose answer their session's next form brings along. */
export async function POST(): Promise<Response> {
  const signedIn = await checkRoutePermission('profile:change');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const result = await beginPasskeyProof((await services()).accounts, signedIn);
  if (result.ok) return uncachedJson(result.value);
  return uncachedRefusal(result.refusal === 'too-many-attempts' ? 429 : 404);
}
