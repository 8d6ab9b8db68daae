import type { ProtectedAction } from '../proofs/proof-policy';
import type { Limit } from '../sign-in/limits';
import type { Permission } from '../users/permission';

/** Why an entry point of the site requires no proof. */
export const WITHOUT_PROOF = {
  reduces: 'It only reduces access.',
  'only-shown': 'It changes how something is called or shown.',
  reads: 'It shows what the permission gives.',
  'where-it-widens': 'Its use case asks for the proof where it widens access.',
  'checked-inside': 'Its use case compares what is typed: a password, or a code of a phone.',
  'gives-a-proof': 'It is how a proof is given.',
  'asks-somebody': 'It asks the caller’s phone or manager, whose answer is compared.',
  continues: 'It finishes what the session has begun with the proof.',
  'has-a-secret': 'The secret of its link or code is the proof.',
  public: 'It is for everybody, and tells nothing about anybody.',
} as const;

export type WithoutProof = keyof typeof WITHOUT_PROOF;

/**
 * What an entry point of the site requires: which user, which proofs, and the budgets that a call takes. `nobody`: it
 * does not check for a session. `any session`: it does, and requires no permission.
 */
export type Demand = readonly [
  who: Permission | 'nobody' | 'any session',
  proof: ProtectedAction | { without: WithoutProof },
  budgets?: readonly Limit[],
];
