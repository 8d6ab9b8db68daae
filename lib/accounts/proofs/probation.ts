/** Extended probation is this many times as long: the way to the device or passkey was weaker than a second proof. */
const EXTENSION = 2;

/**
 * When a new device or passkey leaves probation, during which it proves its user's identity and vouches for nothing.
 * @param isExtended after a re-issue, a recovery, a mailed code, or a change of mail addresses
 */
export function trustedFrom(boundAt: Date, probationMs: number, isExtended: boolean): Date {
  return new Date(boundAt.getTime() + probationMs * (isExtended ? EXTENSION : 1));
}
