import { textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

const VERSION = '01';
const MESSAGE_TYPE = '90';

/**
 * Encrypts for one device which challenge is waiting. The plaintext is a semicolon list whose index 2 is the challenge
 * key, as the vendor's apps expect it (OneSpan §3.4, code); see `provisioning-profile.ts`.
 * @param challengeKey 32 hexadecimal digits in lower case
 * @param iv 12 bytes, random
 */
export async function sealPush(
  instanceKey: Bytes,
  instanceId: string,
  challengeKey: string,
  iv: Bytes,
): Promise<Bytes> {
  const text = [VERSION, MESSAGE_TYPE, challengeKey].join(';');
  return sealForChannel(instanceKey, 'push', instanceId, utf8(text), iv);
}

/** @returns the challenge key */
export async function openPush(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<string, 'not-authentic' | 'malformed-push'>> {
  const result = await openFromChannel(instanceKey, 'push', instanceId, sealed);
  if (!result.ok) return result;
  try {
    const [version, messageType, challengeKey = '', ...rest] = textFromUtf8(result.value).split(';');
    const isWhole = version === VERSION && messageType === MESSAGE_TYPE && /^[0-9a-f]{32}$/.test(challengeKey);
    return isWhole && rest.length === 0 ? accept(challengeKey) : refuse('malformed-push');
  } catch {
    return refuse('malformed-push');
  }
}
