import { formatActivationPayload } from '../../shared/codes/activation-payload';
import { checkLetter } from '../../shared/codes/check-letter';
import { accept, refuse, type Result } from '../../shared/result';

export type TypedCredentials = {
  userId: string;
  registrationIdentifier: string;
  activationPassword: string;
  /** As the website shows it. */
  checkLetter: string;
};

export type TypingRefusal = 'not-filled-in' | 'check-letter-differs' | 'value-not-representable';

/**
 * Formats typed credentials as an image's payload. The domain stays empty, because the gateway knows it. Spaces are removed,
 * so that values may be typed in the groups in which they are shown.
 */
export function readTypedCredentials(input: TypedCredentials): Result<string, TypingRefusal> {
  const userId = input.userId.trim();
  const registrationIdentifier = input.registrationIdentifier.replaceAll(/\s/g, '');
  const activationPassword = input.activationPassword.replaceAll(/\s/g, '');
  const letter = input.checkLetter.trim().toUpperCase();
  if (!userId || !registrationIdentifier || !activationPassword || !letter) return refuse('not-filled-in');
  if (letter !== checkLetter(registrationIdentifier, activationPassword)) return refuse('check-letter-differs');
  const text = formatActivationPayload({ userId, domain: '', registrationIdentifier, activationPassword });
  return text.ok ? accept(text.value) : refuse('value-not-representable');
}
