import { textFromUtf8, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/** A phone says no: its person has changed their mind, or did not ask to be signed in at all. */
export type LoginRefusalMessage = { challengeKey: string; reason: 'cancelled' | 'not-me' };

/**
 * The challenge key wrapped so that only the device can have sent it, as `cancelAuthUser` takes it (OneSpan §3.4), and
 * behind it the reason, which is ours; see `provisioning-profile.ts`.
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

/** A message without a reason, as an app of the vendor's would send it, is a cancellation. */
export async function openLoginRefusal(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<LoginRefusalMessage, 'not-authentic'>> {
  const opened = await openFromChannel(instanceKey, 'login refusal', instanceId, sealed);
  if (!opened.ok) return opened;
  try {
    const [challengeKey = '', reason = 'cancelled', ...rest] = textFromUtf8(opened.value).split(';');
    if (rest.length > 0 || (reason !== 'cancelled' && reason !== 'not-me')) return refuse('not-authentic');
    return accept({ challengeKey, reason });
  } catch {
    return refuse('not-authentic');
  }
}
