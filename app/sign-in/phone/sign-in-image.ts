import 'server-only';
import { RendererError } from '@/lib/wire/image/image-renderer';
import { colourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { svgPaths, type SvgPaths } from '@/lib/wire/image/svg-paths';
import type { Services } from '@/lib/server/composition/compose';
import { formatLoginLink, parseLoginCode } from '@/lib/shared/codes/login-code';
import { signatureOrNull } from '@/lib/server/web/answers/reveal-own-image';

/**
 * What a phone scans to sign in or to confirm: a link, signed in its colours, as an activation's, where phones run this site's
 * app; a Cronto image where the vendor's app is to read one.
 * @returns paths, or a PNG as a data URL; null when the renderer failed, which is logged
 */
export async function signInImage(app: Services, code: string): Promise<SvgPaths | { png: string } | null> {
  const { activation, accounts, config, imageRenderers, logger } = app;
  const { gateway } = config;
  if (gateway.kind === 'onespan-server' && gateway.phones?.scan?.image === 'cronto') {
    if (!imageRenderers.cronto) throw new TypeError('a Cronto image needs a renderer');
    try {
      const png = await imageRenderers.cronto.render(code, null);
      return { png: `data:image/png;base64,${Buffer.from(png).toString('base64')}` };
    } catch (error) {
      if (!(error instanceof RendererError)) throw error;
      logger.warn({ err: error }, 'the image renderer failed');
      return null;
    }
  }
  if (!activation.gateway.capabilities.hasOwnApp) return svgPaths(qrMatrix(code));
  const parsed = parseLoginCode(code);
  if (!parsed.ok) throw new TypeError('a sign-in code cannot be read');
  const link = formatLoginLink(config.publicUrl, parsed.value.challengeKey);
  const signature = await signatureOrNull(app, { payload: link, issuedAt: accounts.clock.now() });
  return svgPaths(signature ? colourMatrix(link, signature) : qrMatrix(link));
}
