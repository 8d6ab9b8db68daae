import type { ActivationCredentials, OnlineCredentials } from '@/lib/activation/start/activation-credentials';
import { colourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { svgPaths } from '@/lib/wire/image/svg-paths';
import { services } from '@/lib/server/composition/compose';
import { parseActivationPayload } from '@/lib/shared/codes/activation-payload';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { formatActivationLink } from '@/lib/shared/codes/app-link';
import { revealOwnImage, type SignedPayload } from '@/lib/server/web/answers/reveal-own-image';
import { uncachedJson } from '@/lib/server/web/answers/uncached';
import { ticketOf } from './link-ticket';

type Context = { params: Promise<{ activationId: string }> };

/**
 * The activation credentials and their images. Only the activation's user gets them, and only while there is an image
 * to scan.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const image = await revealOwnImage((await params).activationId, 'svg');
  if (image instanceof Response) return image;
  const { activation } = await services();
  return uncachedJson(await describe(image, activation.gateway.capabilities.hasOwnApp));
}

/** @param hasOwnApp whether users activate with this site's own app */
async function describe(image: SignedPayload, hasOwnApp: boolean): Promise<ActivationCredentials> {
  const { text, activationType, registrationIdentifier } = image;
  const input = activationType === 'online' ? typedCredentials(image, hasOwnApp) : null;
  const [signature, online] = await Promise.all([image.signature, input]);
  const painted = {
    colour: signature && svgPaths(colourMatrix(text, signature)),
    blackAndWhite: svgPaths(qrMatrix(text)),
  };
  return online
    ? { ...online, ...painted }
    : { activationType: 'offline', registrationIdentifier, hasCheckLetters: hasOwnApp, ...painted };
}

async function typedCredentials(image: SignedPayload, hasOwnApp: boolean): Promise<OnlineCredentials> {
  const { payload } = image;
  const parsed = parseActivationPayload(payload);
  if (!parsed.ok) throw new TypeError('a stored payload cannot be read');
  const { registrationIdentifier, activationPassword } = parsed.value;
  return {
    activationType: 'online',
    registrationIdentifier,
    activationPassword,
    ownApp: hasOwnApp
      ? {
          checkLetter: checkLetter(registrationIdentifier, activationPassword),
          link: formatActivationLink(payload, await ticketOf(image)),
        }
      : null,
  };
}
