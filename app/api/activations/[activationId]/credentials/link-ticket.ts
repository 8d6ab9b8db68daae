import { services } from '@/lib/server/composition/compose';
import { encodeImageSignature } from '@/lib/wire/image/colour/image-signature';
import { base64UrlFromBytes } from '@/lib/shared/bytes';
import { signedLinkText, type LinkTicket } from '@/lib/shared/codes/app-link';
import { makeLinkNonce } from '@/lib/server/web/answers/link-nonce';
import { signatureOrNull, type SignedPayload } from '@/lib/server/web/answers/reveal-own-image';

/** The ticket of a new link to an image's activation, for the session that sees the image; null if it cannot be signed. */
export async function ticketOf({
  activationId,
  sessionId,
  payload,
  issuedAt,
}: SignedPayload): Promise<LinkTicket | null> {
  const app = await services();
  const { activation, sessionSecret } = app;
  const nonce = makeLinkNonce({ sessionSecret, sessionId, activationId }, activation.random);
  const signed = { payload: signedLinkText(payload, { activationId, nonce }), issuedAt };
  const signature = await signatureOrNull(app, signed);
  return signature && { activationId, nonce, signature: base64UrlFromBytes(encodeImageSignature(signature)) };
}
