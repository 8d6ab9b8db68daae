import { textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/**
 * Encrypts the challenge key so that only the device can have sent it, when a phone reads a login request; see
 * `provisioning-profile.ts`.
 * @param iv 12 bytes, random
 */
export async function sealLoginReading(
  instanceKey: Bytes,
  instanceId: string,
  challengeKey: string,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'login reading', instanceId, utf8(challengeKey), iv);
}

/** @returns the challenge key */
export async function openLoginReading(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<string, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'login reading', instanceId, sealed);
  if (!result.ok) return result;
  try {
    return { ok: true, value: textFromUtf8(result.value) };
  } catch {
    return refuse('not-authentic');
  }
}
