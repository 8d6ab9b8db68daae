import 'server-only';
import { colourMatrix } from '@/lib/image/colour/colour-matrix';
import { qrMatrix } from '@/lib/image/qr-matrix';
import { svgPaths } from '@/lib/image/svg-paths';
import type { Services } from '@/lib/composition/compose';
import { signatureOrNull } from '@/lib/web/answers/reveal-own-image';

/** What a phone scans to sign in or to confirm: signed in its colours, as an activation's, where phones run this site's app. */
export async function signInImage(app: Services, code: string): Promise<ReturnType<typeof svgPaths>> {
  const { activation, accounts } = app;
  const signature = activation.gateway.capabilities.hasOwnApp
    ? await signatureOrNull(app, { payload: code, issuedAt: accounts.clock.now() })
    : null;
  return svgPaths(signature ? colourMatrix(code, signature) : qrMatrix(code));
}
