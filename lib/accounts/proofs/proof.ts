/**
 * How a user proved their identity in a session. `device`: approved on a phone, with its PIN. `new-device`: the same on
 * a device on probation, which proves the identity and vouches for nothing. `new-passkey`: likewise, by a passkey.
 * `one-time-password`: from a device. `provider`: by an OpenID provider that named a strong authentication context.
 * `provider-identity`: by one that named none, which proves as much as a password. `mailed-code`: sent to a known
 * address. `activated-device`: the user's first device, activated in this very session minutes ago, which vouches for one
 * backup; see `findBackupVoucher`.
 */
export const PROOF_KINDS = [
  'password',
  'passkey',
  'new-passkey',
  'device',
  'new-device',
  'one-time-password',
  'provider',
  'provider-identity',
  'invitation',
  'recovery-code',
  'mailed-code',
  'activated-device',
] as const;

export type ProofKind = (typeof PROOF_KINDS)[number];

/** The proofs given in a session, each with the latest time. */
export type Proofs = { readonly [Kind in ProofKind]?: Date };

/** As stored: times in ISO 8601. Unknown and malformed entries prove nothing. */
export function parseProofs(stored: unknown): Proofs {
  if (typeof stored !== 'object' || stored === null) return {};
  const times = PROOF_KINDS.flatMap((kind) => {
    const at = new Date(String((stored as Record<string, unknown>)[kind]));
    return Number.isNaN(at.getTime()) ? [] : [[kind, at] as const];
  });
  return Object.fromEntries(times);
}

/** Whether one of `kinds` was given less than `maximumAgeMs` ago; 0 accepts none. */
export function hasProof(proofs: Proofs, kinds: readonly ProofKind[], maximumAgeMs: number, now: Date): boolean {
  return kinds.some((kind) => {
    const at = proofs[kind];
    return at !== undefined && now.getTime() - at.getTime() < maximumAgeMs;
  });
}
