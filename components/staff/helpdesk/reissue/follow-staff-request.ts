import type { FollowedKind, FollowedStatus } from '@/components/site/following/followed-kind';
import { pollStatus } from '@/components/site/following/poll-status';
import { staffRefusalWords, type StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import type { FormState } from '@/lib/shared/form-state';
import type { RequestEnvironment } from './use-staff-request';

/** The views that every question to somebody else than the agent has. @property words what happened and what to do next */
export type RequestView = { stage: 'asking' } | { stage: 'ended'; words: string };

/**
 * Asks somebody else than the agent, and follows the answer.
 * @param request.kind the question as a resource
 * @param request.unanswered what it is called when the site does not answer
 * @param request.viewOf while it waits
 * @param request.viewOfEnd once it has ended
 * @param show called with every change, until `signal` is aborted
 */
export async function followStaffRequest<
  Status extends FollowedStatus,
  Asked extends { status: 'asked'; request: Status },
  View,
>(
  environment: RequestEnvironment,
  ask: () => Promise<Asked | FormState<StaffRefusalCode>>,
  request: {
    kind: FollowedKind<Status, 'gone'>;
    unanswered: StaffRefusalCode;
    viewOf: (request: Asked, status: Status, isReconnecting: boolean) => View;
    viewOfEnd: (request: Asked, status: Status) => View;
  },
  show: (view: View | RequestView) => void,
  signal: AbortSignal,
): Promise<void> {
  const { kind, unanswered, viewOf, viewOfEnd } = request;
  show({ stage: 'asking' });
  const asking = await ask().catch(() => null);
  if (signal.aborted) return;
  if (asking?.status !== 'asked') {
    const code = asking?.status === 'refused' ? asking.code : unanswered;
    return show({ stage: 'ended', words: staffRefusalWords(code) });
  }
  let status: Status = asking.request;
  const showAsked = (isReconnecting: boolean) => show(viewOf(asking, status, isReconnecting));
  environment.clock.learn(status.serverTime);
  showAsked(false);
  const subject = {
    status: () => status,
    onStatus(answer: Status) {
      status = answer;
      if (kind.isPending(answer)) showAsked(false);
    },
    onTrouble: () => showAsked(true),
  };
  const outcome = await pollStatus(environment, kind, subject, false, signal);
  if (outcome !== null) show(viewOfEnd(asking, status));
}
