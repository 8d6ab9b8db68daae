import { CHECK_WEIGHTS, type CallerAssessment, type CheckMethod } from '@/lib/helpdesk/caller-check/caller-assessment';

const SHORT: Record<CheckMethod, string> = {
  'call-back': 'calling back',
  'identity-document': 'an identity document',
  manager: 'a manager’s word',
  'login-request': 'asking a phone',
  'one-time-password': 'a one-time password',
};

/** "2 of 3 points. Still needed: 1, for example by calling back (2) or …". @param assessment null while no reason is chosen */
export function missingWords(assessment: CallerAssessment | null): string {
  if (!assessment) return 'Choose a reason first: how much the caller has to prove depends on it.';
  const { weight, required, isEnough, missing } = assessment;
  const points = `${weight} of ${required} points.`;
  if (isEnough) return `${points} That is enough.`;
  const ways = missing.map((method) => `${SHORT[method]} (${CHECK_WEIGHTS[method]})`);
  if (ways.length === 0) return `${points} There is no other way to check this caller: ask a colleague for advice.`;
  const last = ways.pop() ?? '';
  const list = ways.length === 0 ? last : `${ways.join(', ')} or ${last}`;
  return `${points} ${required - weight} more needed, by ${list}.`;
}
