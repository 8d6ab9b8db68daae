import { utf8, type Bytes } from '../../../shared/bytes';
import { parseJsonObject } from '../../../shared/json-object';
import { accept, refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/**
 * What a device leaves at the gateway so that it can be brought back. All but the answer are hexadecimal.
 * @property answer `RegistrationResponseJSON` (WebAuthn §5.1) of the passkey that was made for it
 * @property copy the instance key and what else an account needs, encrypted where the gateway cannot read it
 * @property verifier 32 bytes; see `copy-proof.ts`
 * @property eraseTokenHash SHA-256 of the token's text
 */
export type CopyMessage = { answer: string; copy: string; verifier: string; eraseTokenHash: string };

/** Of the copy, in bytes: names and numbers of an account besides its key. */
const MAXIMUM_COPY_BYTES = 2_048;
const ANSWER_CHARACTERS = 4_096;

/** @param iv 12 bytes, random */
export async function sealCopyMessage(
  instanceKey: Bytes,
  instanceId: string,
  message: CopyMessage,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'copy', instanceId, utf8(JSON.stringify(message)), iv);
}

export async function openCopyMessage(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<CopyMessage, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'copy', instanceId, sealed);
  if (!result.ok) return result;
  const { answer, copy, verifier, eraseTokenHash } = parseJsonObject(result.value) ?? {};
  if (typeof answer !== 'string' || answer.length > ANSWER_CHARACTERS) return refuse('not-authentic');
  if (!isHex(copy, 1, MAXIMUM_COPY_BYTES) || !isHex(verifier, 32, 32) || !isHex(eraseTokenHash, 32, 32))
    return refuse('not-authentic');
  return accept({ answer, copy, verifier, eraseTokenHash });
}

function isHex(value: unknown, minimumBytes: number, maximumBytes: number): value is string {
  if (typeof value !== 'string' || value.length % 2 !== 0 || !/^[0-9a-f]+$/.test(value)) return false;
  return value.length >= 2 * minimumBytes && value.length <= 2 * maximumBytes;
}
