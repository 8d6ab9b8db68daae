import { describe, expect, it } from 'vitest';
import { PROOF_RULES } from '@/lib/accounts/policy/proof-rules';
import { PROOF_KINDS, type ProofKind } from '@/lib/accounts/proofs/proof';
import { ENROLMENT_LEVELS, needsOf, PROTECTED_ACTIONS } from '@/lib/accounts/proofs/proof-policy';

describe('what a proof opens', () => {
  it.each(PROOF_KINDS)('a proof of the kind %s counts for the actions of its row and no others', (kind: ProofKind) => {
    const counted = PROTECTED_ACTIONS.filter((action) =>
      ENROLMENT_LEVELS.some((level) =>
        [true, false].some((isEnrolled) =>
          needsOf(action, level, isEnrolled).some(({ anyOf }) => anyOf.includes(kind)),
        ),
      ),
    );
    expect([...PROOF_RULES[kind].countsFor].toSorted()).toEqual(counted.toSorted());
  });
});
