import type { CheckGroup } from './check';
import { AFTERMATH_CHECKS } from './checks/aftermath';
import { CONCURRENCY_CHECKS } from './checks/concurrency';
import { EXPIRY_CHECKS } from './checks/expiry';
import { HOSTILE_CHECKS } from './checks/hostile-input';
import { KEY_CHECKS } from './checks/keys';
import { ORDER_CHECKS } from './checks/order';
import { REPEAT_CHECKS } from './checks/repeats';
import { SIGN_IN_CHECKS } from './checks/sign-in';
import { VALID_RUN_CHECKS } from './checks/valid-run';
import { WRONG_PROOF_CHECKS } from './checks/wrong-proofs';

/** In the order in which they run: the last group inspects the answers of the others. */
export const ALL_CHECKS: readonly CheckGroup[] = [
  KEY_CHECKS,
  VALID_RUN_CHECKS,
  WRONG_PROOF_CHECKS,
  REPEAT_CHECKS,
  ORDER_CHECKS,
  EXPIRY_CHECKS,
  CONCURRENCY_CHECKS,
  SIGN_IN_CHECKS,
  HOSTILE_CHECKS,
  AFTERMATH_CHECKS,
];
