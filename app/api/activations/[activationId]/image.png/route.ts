import { palettePng } from '@/lib/imaging/palette-png';
import { qrMatrix } from '@/lib/imaging/qr-matrix';
import { revealOwnPayload } from '@/lib/web/reveal-own-payload';
import { NO_STORE } from '@/lib/web/uncached';

const PIXELS_PER_MODULE = 8;

type Context = { params: Promise<{ activationId: string }> };

/** The image as a PNG, for its owner alone and while nobody has scanned it yet. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const payload = await revealOwnPayload((await params).activationId, 'png');
  if (typeof payload !== 'string') return payload;
  const png = await palettePng(qrMatrix(payload), PIXELS_PER_MODULE);
  return new Response(png, { headers: { ...NO_STORE, 'content-type': 'image/png' } });
}
