import 'server-only';
import { parseActivationId } from '../../shared/identifiers/activation-id';
import type { ImageSignature } from '../../activation/image/image-signer';
import { revealPayload, type RevealedImage } from '../../activation/image/reveal-payload';
import { isStaff } from '../../helpdesk/staff';
import { services, type Services } from '../../composition/compose';
import { requestOrigin } from '../actions/request-trace';
import { checkRoutePermission } from '../sessions/signed-in';
import { uncachedRefusal } from './uncached';

export type SignedPayload = RevealedImage & { signature: ImageSignature | null };

/** For routes that show an image: its payload and signature, or the refusal. @param activationId from the address */
export async function revealOwnImage(activationId: string, format: 'svg' | 'png'): Promise<SignedPayload | Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const id = parseActivationId(activationId);
  const opened = await services();
  const image = id && (await revealPayload(opened.activation, signedIn, id, format, await requestOrigin()));
  if (image?.ok) return { ...image.value, signature: await signatureOrNull(opened, image.value) };
  if (image?.refusal === 'not-shown') return uncachedRefusal(409);
  // Staff learn that it is closed to them, but not whether it exists.
  return uncachedRefusal(isStaff(signedIn.user) ? 403 : 404);
}

/** An unsigned image still activates; phones say that they could not verify it. */
async function signatureOrNull(
  { imageSigner, logger }: Services,
  { payload, issuedAt }: RevealedImage,
): Promise<ImageSignature | null> {
  try {
    return await imageSigner.sign(payload, issuedAt);
  } catch (error) {
    logger.error({ err: error }, 'an activation image could not be signed');
    return null;
  }
}
