import type { ActivationCredentials } from '@/lib/activation/activation-credentials';
import { qrMatrix } from '@/lib/imaging/qr-matrix';
import { svgPath } from '@/lib/imaging/svg-path';
import { parseActivationPayload } from '@/lib/shared/activation-payload';
import { checkLetter } from '@/lib/shared/check-letter';
import { revealOwnPayload } from '@/lib/web/reveal-own-payload';
import { uncachedJson } from '@/lib/web/uncached';

type Context = { params: Promise<{ activationId: string }> };

/** What the page of an activation shows, for its owner alone and while nobody has scanned it yet. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const payload = await revealOwnPayload((await params).activationId, 'svg');
  return typeof payload === 'string' ? uncachedJson(describe(payload)) : payload;
}

function describe(payload: string): ActivationCredentials {
  const parsed = parseActivationPayload(payload);
  if (!parsed.ok) throw new TypeError('a stored payload cannot be read');
  const { registrationIdentifier, activationPassword } = parsed.value;
  return {
    registrationIdentifier,
    activationPassword,
    checkLetter: checkLetter(registrationIdentifier, activationPassword),
    link: `/authenticator#${encodeURIComponent(payload)}`,
    image: svgPath(qrMatrix(payload)),
  };
}
