import 'server-only';
import { parseActivationId, type ActivationId } from '../../../shared/identifiers/activation-id';
import type { ImageSignature } from '../../../wire/image/image-signer';
import { revealInSession } from '../../../activation/image/reveal-in-session';
import type { RevealedImage } from '../../../activation/image/reveal-payload';
import { isStaff } from '../../../accounts/users/role';
import { services, type Services } from '../../composition/compose';
import { requestOrigin } from '../actions/request-trace';
import { checkRoutePermission } from '../sessions/signed-in';
import { parseActivationPayload } from '../../../shared/codes/activation-payload';
import { formatImageLink } from '../../../shared/codes/app-link';
import { uncachedRefusal } from './uncached';

export type SignedPayload = RevealedImage & {
  /** What the site's own images say: the payload, or a link to it where phones run the site's own app. */
  text: string;
  activationId: ActivationId;
  sessionId: string;
  /** Of the text. Under way, so that what else is signed with the image shares the read of the key. Never rejects. */
  signature: Promise<ImageSignature | null>;
};

/** For routes that show an image: its payload and signature, or the refusal. @param activationId from the address */
export async function revealOwnImage(activationId: string, format: 'svg' | 'png'): Promise<SignedPayload | Response> {
  const signedIn = await checkRoutePermission('activation:view');
  if (typeof signedIn === 'number') return uncachedRefusal(signedIn);
  const id = parseActivationId(activationId);
  const app = await services();
  const image = id && (await revealInSession(app, signedIn, id, format, await requestOrigin()));
  if (id && image?.ok) {
    const text = imageText(app, image.value);
    const signature = signatureOrNull(app, { payload: text, issuedAt: image.value.issuedAt });
    return { ...image.value, text, activationId: id, sessionId: signedIn.session.id, signature };
  }
  if (image && !image.ok && image.refusal === 'not-permitted') return uncachedRefusal(403);
  if (image && !image.ok && image.refusal === 'not-shown') return uncachedRefusal(409);
  // Staff learn that it is closed to them, but not whether it exists.
  return uncachedRefusal(isStaff(signedIn.user) ? 403 : 404);
}

/** A phone without a network opens no link. */
function imageText(
  { activation, config }: Services,
  { payload, activationType }: Pick<RevealedImage, 'payload' | 'activationType'>,
): string {
  if (activationType === 'offline' || !activation.gateway.capabilities.hasOwnApp) return payload;
  const parsed = parseActivationPayload(payload);
  if (!parsed.ok) throw new TypeError('a stored payload cannot be read');
  return formatImageLink(config.publicUrl, parsed.value);
}

/** An unsigned image still activates; phones say that they could not verify it. */
export async function signatureOrNull(
  { imageSigner, logger }: Services,
  { payload, issuedAt }: Pick<RevealedImage, 'payload' | 'issuedAt'>,
): Promise<ImageSignature | null> {
  try {
    return await imageSigner.sign(payload, issuedAt);
  } catch (error) {
    logger.error({ err: error }, 'an activation image could not be signed');
    return null;
  }
}
