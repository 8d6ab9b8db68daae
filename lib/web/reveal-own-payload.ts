import 'server-only';
import { parseActivationId } from '../activation/activation-id';
import { revealPayload } from '../activation/reveal-payload';
import { services } from '../services';
import { requestOrigin } from './request-origin';
import { checkRoutePermission } from './signed-in';
import { uncachedRefusal } from './uncached';

/** For the routes that show an image: what it says, or the refusal to answer. @param activationId from the address */
export async function revealOwnPayload(activationId: string, format: 'svg' | 'png'): Promise<string | Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const id = parseActivationId(activationId);
  if (!id) return uncachedRefusal(404);
  const { activation } = await services();
  const payload = await revealPayload(activation, signedIn.user, id, format, await requestOrigin());
  if (payload.ok) return payload.value;
  return uncachedRefusal(payload.refusal === 'not-found' ? 404 : 409);
}
