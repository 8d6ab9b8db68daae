import { formatActivationPayload } from '../../shared/codes/activation-payload';
import { checkLetter } from '../../shared/codes/check-letter';
import { accept, refuse, type Result } from '../../shared/result';

export type TypedCredentials = {
  userId: string;
  registrationIdentifier: string;
  activationPassword: string;
  /** The letter that the website shows with them. */
  checkLetter: string;
};

export type TypingRefusal = 'not-filled-in' | 'check-letter-differs' | 'value-not-representable';

/**
 * Makes of typed credentials what an image would say; the domain stays empty, because the gateway knows it. Spaces are
 * taken out, so that values may be typed in the groups they are shown in.
 */
export function readTypedCredentials(typed: TypedCredentials): Result<string, TypingRefusal> {
  const userId = typed.userId.trim();
  const registrationIdentifier = typed.registrationIdentifier.replaceAll(/\s/g, '');
  const activationPassword = typed.activationPassword.replaceAll(/\s/g, '');
  const letter = typed.checkLetter.trim().toUpperCase();
  if (!userId || !registrationIdentifier || !activationPassword || !letter) return refuse('not-filled-in');
  if (letter !== checkLetter(registrationIdentifier, activationPassword)) return refuse('check-letter-differs');
  const text = formatActivationPayload({ userId, domain: '', registrationIdentifier, activationPassword });
  return text.ok ? accept(text.value) : refuse('value-not-representable');
}
