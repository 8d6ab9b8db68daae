import type { Sealer } from '../../shared/sealer';
import type { Sealed } from '../activation';
import type { ActivationId } from '../../shared/activation-id';

/** Another context than that of what an image says, so that neither can be put in the place of the other. */
/** What a sealed credential belongs to. */
export function credentialContext(id: ActivationId): string {
  return `credential of ${id}`;
}

export async function sealCredential(sealer: Sealer, id: ActivationId, credential: string): Promise<Sealed> {
  return (await sealer.seal(credential, credentialContext(id))) as Sealed;
}

export async function openCredential(sealer: Sealer, id: ActivationId, sealed: Sealed): Promise<string> {
  return sealer.open(sealed, credentialContext(id));
}
