import 'server-only';
import type { ProofAsked } from '../../../accounts/proofs/check-proofs';
import { promptForProof } from '../../../accounts/proofs/prompt-for-proof';
import type { SignedIn } from '../../../accounts/sessions/session';
import { services } from '../../composition/compose';
import type { ProofPrompt } from '../../../shared/form-state';
import { withGatewayFallback } from '../answers/with-gateway-fallback';

/**
 * What the form of an action asks for with its fields. While the gateway does not answer the form asks for nothing: its
 * action says why nothing can be done.
 */
export async function askBeforehand(signedIn: SignedIn, asked: ProofAsked): Promise<ProofPrompt | null> {
  const { proofs, phoneSignIn } = await services();
  return withGatewayFallback(null, () => promptForProof(proofs, signedIn, asked, phoneSignIn !== null));
}
