/**
 * How a user proved their identity in a session.
 * `device`: a phone approved it, with its PIN. `new-device`: the same by a device on probation, which proves the user and
 * vouches for nothing. `new-passkey`: the same of a passkey. `one-time-password`: typed from a device. `provider`: an OpenID provider that named a strong
 * authentication context. `provider-identity`: one that named none, which proves as much as a password. `mailed-code`: sent
 * to a known address.
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
] as const;

export type ProofKind = (typeof PROOF_KINDS)[number];

/** The proofs given in a session, each with the latest time. */
export type Proofs = { readonly [Kind in ProofKind]?: Date };

/** As stored: times in ISO 8601. What this version does not know, or cannot read, proves nothing. */
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
