import type { NextRequest } from 'next/server';
import { perObject } from '@/lib/accounts/sign-in/limits';
import { IMAGE_KINDS, RendererError } from '@/lib/wire/image/image-renderer';
import { services } from '@/lib/server/composition/compose';
import { revealOwnImage } from '@/lib/server/web/answers/reveal-own-image';
import { NO_STORE, uncachedRefusal } from '@/lib/server/web/answers/uncached';

type Context = { params: Promise<{ activationId: string }> };

/**
 * The image as a PNG, for the activation's user only and until it is scanned: `?kind=colour` (the default),
 * `black-and-white`, or `cronto` where a renderer is configured.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const wanted = request.nextUrl.searchParams.get('kind') ?? 'colour';
  const kind = IMAGE_KINDS.find((offered) => offered === wanted);
  if (!kind) return uncachedRefusal(400);
  const { imageRenderers, accounts, logger } = await services();
  const renderer = imageRenderers[kind];
  if (!renderer) return uncachedRefusal(404);
  const { activationId } = await params;
  const image = await revealOwnImage(activationId, 'png');
  if (image instanceof Response) return image;
  if (kind === 'cronto') {
    const usedUp = await accounts.rateLimiter.take([perObject('rendering', activationId)]);
    if (usedUp) return uncachedRefusal(429);
  }
  try {
    const png = await (kind === 'cronto'
      ? renderer.render(image.payload, null)
      : renderer.render(image.text, await image.signature));
    return new Response(png, { headers: { ...NO_STORE, 'content-type': 'image/png' } });
  } catch (error) {
    if (!(error instanceof RendererError)) throw error;
    logger.warn({ err: error, kind }, 'an activation image could not be painted');
    return uncachedRefusal(502);
  }
}
