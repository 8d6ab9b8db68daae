import type { ProofPorts } from '../../accounts/proofs/check-proofs';
import { mayReveal } from '../../accounts/proofs/may-reveal';
import type { SignedIn } from '../../accounts/sessions/session';
import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { refuse, type Result } from '../../shared/result';
import type { ActivationPorts } from '../activation-ports';
import { revealPayload, type RevealedImage } from './reveal-payload';

/**
 * Reveals one's own image in a session that has the proofs for it. Once two sessions have seen it, its device vouches for
 * a backup in neither: whoever started the activation may not be the one whose phone scans it.
 * @throws GatewayError if the gateway fails
 */
export async function revealInSession(
  { proofs, activation }: { proofs: ProofPorts; activation: ActivationPorts },
  signedIn: SignedIn,
  id: ActivationId,
  format: 'svg' | 'png',
  origin: RequestOrigin,
): Promise<Result<RevealedImage, 'not-permitted' | 'not-found' | 'not-shown'>> {
  if (!(await mayReveal(proofs, signedIn))) return refuse('not-permitted');
  const image = await revealPayload(activation, signedIn, id, format, origin);
  if (image.ok) await proofs.vouchers.confine(id, signedIn.session.id);
  return image;
}
