import { textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/** The user refuses on the phone: they have changed their mind, or the request is not theirs. */
export type LoginRefusalMessage = { challengeKey: string; reason: 'cancelled' | 'not-me' };

/**
 * Encrypts the challenge key so that only the device can have sent it, as `cancelAuthUser` takes it (OneSpan §3.4),
 * followed by the reason, which is our extension; see `provisioning-profile.ts`.
 * @param iv 12 bytes, random
 */
export async function sealLoginRefusal(
  instanceKey: Bytes,
  instanceId: string,
  { challengeKey, reason }: LoginRefusalMessage,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'login refusal', instanceId, utf8(`${challengeKey};${reason}`), iv);
}

/** A message without a reason, as the vendor's app would send it, is a cancellation. */
export async function openLoginRefusal(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<LoginRefusalMessage, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'login refusal', instanceId, sealed);
  if (!result.ok) return result;
  try {
    const [challengeKey = '', reason = 'cancelled', ...rest] = textFromUtf8(result.value).split(';');
    if (rest.length > 0 || (reason !== 'cancelled' && reason !== 'not-me')) return refuse('not-authentic');
    return accept({ challengeKey, reason });
  } catch {
    return refuse('not-authentic');
  }
}
