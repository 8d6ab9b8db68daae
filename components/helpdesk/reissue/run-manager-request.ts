import { pollStatus } from '@/components/following/poll-status';
import { isFollowedStatus, type FollowedKind } from '@/components/following/followed-kind';
import { staffRefusalWords, type StaffRefusalCode } from '@/components/helpdesk/staff-refusal-words';
import type { ManagerRequestStatus } from '@/lib/helpdesk/caller-check/manager/follow-manager-request';
import { t } from '@/lib/language/t';
import type { FormAction } from '@/lib/shared/form-state';
import type { RequestEnvironment } from './use-staff-request';

/** A question to a caller's manager, as a resource that the page follows. */
const MANAGER_REQUEST: FollowedKind<ManagerRequestStatus, 'gone'> = {
  name: 'manager-request',
  address: (id) => `/api/helpdesk/manager-requests/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'gone', 403: 'gone', 404: 'gone' },
  isStatus: (body): body is ManagerRequestStatus => isFollowedStatus(body),
  isPending: ({ state }) => state === 'waiting',
};

/** The server's answer once the mail is on its way. */
export type ManagerAsked = { status: 'asked'; request: ManagerRequestStatus };

/** Asks the manager of the user in the form field `userId`. */
export type AskManagerAction = FormAction<StaffRefusalCode, ManagerAsked>;

export type ManagerRequestView =
  | { stage: 'idle' | 'asking' }
  | { stage: 'asked'; status: ManagerRequestStatus; isReconnecting: boolean }
  /** @property id sent with the form */
  | { stage: 'confirmed'; id: string }
  /** @property words what happened and what to do next */
  | { stage: 'ended'; words: string };

/**
 * Asks a caller's manager and follows the answer.
 * @param show called with every change, until `signal` is aborted
 */
export async function runManagerRequest(
  environment: RequestEnvironment,
  ask: () => ReturnType<AskManagerAction>,
  show: (view: ManagerRequestView) => void,
  signal: AbortSignal,
): Promise<void> {
  show({ stage: 'asking' });
  const asked = await ask().catch(() => null);
  if (signal.aborted) return;
  if (asked?.status !== 'asked') {
    const code = asked?.status === 'refused' ? asked.code : 'try-again';
    return show({ stage: 'ended', words: staffRefusalWords(code) });
  }
  let status = asked.request;
  const showAsked = (isReconnecting: boolean) => show({ stage: 'asked', status, isReconnecting });
  environment.clock.learn(status.serverTime);
  showAsked(false);
  const subject = {
    status: () => status,
    onStatus(answer: ManagerRequestStatus) {
      status = answer;
      if (MANAGER_REQUEST.isPending(answer)) showAsked(false);
    },
    onTrouble: () => showAsked(true),
  };
  const outcome = await pollStatus(environment, MANAGER_REQUEST, subject, false, signal);
  if (outcome !== null) show(viewOfEnd(status));
}

function viewOfEnd({ id, state }: ManagerRequestStatus): ManagerRequestView {
  if (state === 'confirmed') return { stage: 'confirmed', id };
  if (state === 'declined')
    return { stage: 'ended', words: t('The manager does not confirm it. End the call and tell security.') };
  return { stage: 'ended', words: t('The manager did not answer in time. Ask again, or use another check.') };
}
