import { CHALLENGE_LIFETIME_MS } from '../../accounts/passkeys/passkey-options';
import { base64UrlFromBytes, bytesFromBase64Url, textFromUtf8, utf8 } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';
import type { CopyPorts } from './copy-ports';

type Ports = Pick<CopyPorts, 'encrypter' | 'clock'>;

const CONTEXT = 'challenge of a copy';

/**
 * A challenge for a passkey, in base64url: the time of its issue, encrypted, so that nothing is stored for whoever asks.
 * What answers it is recorded with the copy, which takes no challenge that was issued before the last.
 */
export async function issueCopyChallenge({
  encrypter,
  clock,
  settings,
}: Ports & Pick<CopyPorts, 'settings'>): Promise<Result<string, 'not-found'>> {
  if (!settings.isOffered) return refuse('not-found');
  return accept(base64UrlFromBytes(utf8(await encrypter.encrypt(clock.now().toISOString(), CONTEXT))));
}

/** @returns when it was issued; null when it was not issued here, or too long ago */
export async function readCopyChallenge({ encrypter, clock }: Ports, challenge: string): Promise<Date | null> {
  const issuedAt = await encrypter.decrypt(sealedIn(challenge), CONTEXT).then(
    (time) => new Date(time),
    () => null,
  );
  if (issuedAt === null) return null;
  return clock.now().getTime() - issuedAt.getTime() <= CHALLENGE_LIFETIME_MS ? issuedAt : null;
}

function sealedIn(challenge: string): string {
  try {
    return textFromUtf8(bytesFromBase64Url(challenge));
  } catch {
    return '';
  }
}
