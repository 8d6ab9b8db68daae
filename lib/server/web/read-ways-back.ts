import 'server-only';
import type { SignedIn } from '../../accounts/sessions/session';
import { overviewOfWaysBack, type WaysBackOverview } from '../../accounts/ways-back/overview';
import { services } from '../composition/compose';
import { withGatewayFallback } from './answers/with-gateway-fallback';

/** What pages say of the ways back into the signed-in user's account. @returns null if the gateway fails */
export async function readWaysBack(signedIn: SignedIn): Promise<WaysBackOverview | null> {
  const { proofs, phoneSignIn } = await services();
  return withGatewayFallback(null, () => overviewOfWaysBack(proofs, signedIn, phoneSignIn !== null));
}
