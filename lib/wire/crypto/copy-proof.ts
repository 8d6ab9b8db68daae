import { concatBytes, utf8, type Bytes } from '../../shared/bytes';
import { hmac } from './hash';

const CONTEXT = utf8('tessera copy proof 1\0');

/**
 * Proves to the gateway that passkey and PIN are there, for one answer of the passkey, whose challenge ends. Whoever lacks
 * the PIN cannot make it, so that the gateway counts the tries.
 * @param verifier 32 bytes, which phone and gateway have
 * @param clientDataJson of the passkey's answer, in base64url
 */
export async function proveCopy(verifier: Bytes, clientDataJson: string): Promise<Bytes> {
  return hmac('SHA-256', verifier, concatBytes(CONTEXT, utf8(clientDataJson)));
}
