import type { AssertionAnswer, RegistrationAnswer } from './passkey-answer';
import type { Passkey } from './passkey';

/**
 * The site, as passkeys know it.
 * @property id a domain: browsers offer a passkey only to sites on this domain or below it
 * @property origin of the site's pages
 */
export type RelyingParty = { id: string; origin: string };

/** What a new passkey reports about itself. */
export type RegisteredCredential = Pick<
  Passkey,
  'credentialId' | 'publicKey' | 'counter' | 'aaguid' | 'isBackupEligible' | 'isBackedUp'
>;

/**
 * PORT: verifies answers by WebAuthn §7.1 and §7.2: challenge, origin, RP ID, user presence and verification, and
 * signature. Not the counter, which only the store can compare.
 */
export interface PasskeyVerifier {
  /** @returns null if the answer is not valid */
  verifyRegistration(
    answer: RegistrationAnswer,
    challenge: string,
    relyingParty: RelyingParty,
  ): Promise<RegisteredCredential | null>;
  /** @returns null if the answer does not hold */
  verifyAssertion(
    answer: AssertionAnswer,
    challenge: string,
    relyingParty: RelyingParty,
    passkey: Pick<Passkey, 'credentialId' | 'publicKey'>,
  ): Promise<{ counter: number; isBackedUp: boolean } | null>;
}
