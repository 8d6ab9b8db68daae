import type { ProofWay } from '../../shared/form-state';
import type { Bar } from '../users/user';
import { isBinding, isOfStaff, needsOf, type EnrolmentLevel, type Need, type ProtectedAction } from './proof-policy';

/** Also an account that its user froze. */
type ExplainedBar = Bar | 'frozen';

/**
 * What decides besides the action.
 * @property isExemptStaff see `StaffPolicy`
 * @property isEnrolled whether the user has a device, in any state, or a passkey
 * @property trustedNext when a device or passkey on probation may vouch for the action
 * @property ways how the user could supply each kind of proof for the action now; see `proofWays`
 */
export type ExplainedCircumstances = {
  level: EnrolmentLevel;
  bar: ExplainedBar | null;
  isStaff: boolean;
  isExemptStaff: boolean;
  isEnrolled: boolean;
  maximumAgeMs: number;
  trustedNext: Date | null;
  ways: Readonly<Record<Need['what'], readonly ProofWay[]>>;
};

/** @property maximumAgeMs null for as long as the session lasts @property ways how the user could meet it alone */
export type ExplainedNeed = Pick<Need, 'what' | 'anyOf'> & {
  maximumAgeMs: number | null;
  ways: readonly ProofWay[];
};

/**
 * `could`: every need can be met. `could-not`: `lacking` cannot be met now; the user's authenticators vouch from
 * `from`, and an invitation by the helpdesk helps if `isForHelpdesk`.
 */
export type Verdict =
  | { code: 'barred'; bar: ExplainedBar }
  | { code: 'not-staff' }
  | { code: 'could' }
  | { code: 'could-not'; lacking: ExplainedNeed; from: Date | null; isForHelpdesk: boolean };

/** @property binding whether it would be the first device or passkey; null if the action binds none */
export type Explanation = {
  action: ProtectedAction;
  level: EnrolmentLevel;
  binding: 'first' | 'further' | null;
  isExempt: boolean;
  needs: readonly ExplainedNeed[];
  verdict: Verdict;
};

/** The policy's verdict for a user who has given no proof yet, rule by rule. */
export function explainPolicy(action: ProtectedAction, about: ExplainedCircumstances): Explanation {
  const { level, isEnrolled, isExemptStaff, isStaff, maximumAgeMs, ways } = about;
  const isExempt = isOfStaff(action) && isStaff && isExemptStaff;
  const required = isExempt ? [] : needsOf(action, level, isEnrolled);
  const needs = required.map(({ what, anyOf, anyAge }) => ({
    what,
    anyOf,
    maximumAgeMs: anyAge ? null : maximumAgeMs,
    ways: ways[what].filter((way) => way !== 'helpdesk'),
  }));
  return {
    action,
    level,
    binding: isBinding(action) ? (isEnrolled ? 'further' : 'first') : null,
    isExempt,
    needs,
    verdict: verdictOn(action, needs, about),
  };
}

function verdictOn(
  action: ProtectedAction,
  needs: readonly ExplainedNeed[],
  { bar, isStaff, trustedNext }: ExplainedCircumstances,
): Verdict {
  if (bar !== null) return { code: 'barred', bar };
  if (isOfStaff(action) && !isStaff) return { code: 'not-staff' };
  const lacking = needs.find((need) => need.ways.length === 0);
  if (!lacking) return { code: 'could' };
  return {
    code: 'could-not',
    lacking,
    from: lacking.what === 'second' ? trustedNext : null,
    isForHelpdesk: lacking.anyOf.includes('invitation'),
  };
}
