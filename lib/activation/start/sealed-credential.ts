import type { Encrypter } from '../../shared/encrypter';
import type { Sealed } from '../activation';
import type { ActivationId } from '../../shared/identifiers/activation-id';

/** Another context than that of what an image says, so that neither can be put in the place of the other. */
/** What a sealed credential belongs to. */
export function credentialContext(id: ActivationId): string {
  return `credential of ${id}`;
}

export async function encryptCredential(encrypter: Encrypter, id: ActivationId, credential: string): Promise<Sealed> {
  return (await encrypter.encrypt(credential, credentialContext(id))) as Sealed;
}

export async function decryptCredential(encrypter: Encrypter, id: ActivationId, sealed: Sealed): Promise<string> {
  return encrypter.decrypt(sealed, credentialContext(id));
}
