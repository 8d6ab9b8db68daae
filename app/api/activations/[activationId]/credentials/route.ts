import type { ActivationCredentials, OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { colourMatrix } from '@/lib/image/colour/colour-matrix';
import { qrMatrix } from '@/lib/image/qr-matrix';
import { svgPaths } from '@/lib/image/svg-paths';
import { services } from '@/lib/composition/compose';
import { parseActivationPayload } from '@/lib/shared/codes/activation-payload';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { revealOwnImage, type SignedPayload } from '@/lib/web/answers/reveal-own-image';
import { uncachedJson } from '@/lib/web/answers/uncached';

type Context = { params: Promise<{ activationId: string }> };

/**
 * The activation credentials and their images. Only the activation's user gets them, and only while there is an image
 * to scan.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const image = await revealOwnImage((await params).activationId, 'svg');
  if (image instanceof Response) return image;
  const { embeddedGateway } = await services();
  return uncachedJson(describe(image, embeddedGateway !== null));
}

/** @param hasOwnApp whether users activate with this site's own app */
function describe(image: SignedPayload, hasOwnApp: boolean): ActivationCredentials {
  const { payload, signature, activationType, registrationIdentifier } = image;
  const painted = {
    colour: signature && svgPaths(colourMatrix(payload, signature)),
    blackAndWhite: svgPaths(qrMatrix(payload)),
  };
  return activationType === 'offline'
    ? { activationType, registrationIdentifier, hasCheckLetters: hasOwnApp, ...painted }
    : { ...typedCredentials(payload, hasOwnApp), ...painted };
}

function typedCredentials(payload: string, hasOwnApp: boolean): OnlineCredentials {
  const parsed = parseActivationPayload(payload);
  if (!parsed.ok) throw new TypeError('a stored payload cannot be read');
  const { registrationIdentifier, activationPassword } = parsed.value;
  const ownApp = {
    checkLetter: checkLetter(registrationIdentifier, activationPassword),
    link: `/authenticator#${encodeURIComponent(payload)}`,
  };
  return {
    activationType: 'online',
    registrationIdentifier,
    activationPassword,
    ownApp: hasOwnApp ? ownApp : null,
  };
}
