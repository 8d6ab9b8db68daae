import { isFollowedStatus, type FollowedKind } from '@/components/site/following/followed-kind';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import type { ManagerRequestStatus } from '@/lib/helpdesk/caller-check/manager/follow-manager-request';
import { t } from '@/lib/shared/language/t';
import type { FormAction } from '@/lib/shared/form-state';
import { followStaffRequest, type RequestView } from './follow-staff-request';
import type { RequestEnvironment } from './use-staff-request';

/** A question to a caller's manager, as a resource that the page follows. */
const MANAGER_REQUEST: FollowedKind<ManagerRequestStatus, 'gone'> = {
  name: 'manager-request',
  address: (id) => `/api/helpdesk/manager-requests/${encodeURIComponent(id)}/status`,
  refusals: { 401: 'gone', 403: 'gone', 404: 'gone' },
  isStatus: (body): body is ManagerRequestStatus => isFollowedStatus(body),
  isPending: ({ state }) => state === 'waiting',
};

/** What the manager's page shows, too. */
type Said = { words: string; askedBy: string };

/** The server's answer once the mail is on its way. */
export type ManagerAsked = Said & { status: 'asked'; request: ManagerRequestStatus };

/** Asks the manager of the user in the form field `userId`. */
export type AskManagerAction = FormAction<StaffRefusalCode, ManagerAsked>;

export type ManagerRequestView =
  | { stage: 'idle' }
  | RequestView
  | (Said & { stage: 'asked'; status: ManagerRequestStatus; isReconnecting: boolean })
  /** @property id sent with the form */
  | { stage: 'confirmed'; id: string };

/**
 * Asks a caller's manager and follows the answer.
 * @param show called with every change, until `signal` is aborted
 */
export function runManagerRequest(
  environment: RequestEnvironment,
  ask: () => ReturnType<AskManagerAction>,
  show: (view: ManagerRequestView) => void,
  signal: AbortSignal,
): Promise<void> {
  const request = { kind: MANAGER_REQUEST, unanswered: 'try-again', viewOf, viewOfEnd } as const;
  return followStaffRequest<ManagerRequestStatus, ManagerAsked, ManagerRequestView>(
    environment,
    ask,
    request,
    show,
    signal,
  );
}

function viewOf(
  { words, askedBy }: ManagerAsked,
  status: ManagerRequestStatus,
  isReconnecting: boolean,
): ManagerRequestView {
  return { stage: 'asked', words, askedBy, status, isReconnecting };
}

function viewOfEnd(_request: ManagerAsked, { id, state }: ManagerRequestStatus): ManagerRequestView {
  if (state === 'confirmed') return { stage: 'confirmed', id };
  if (state === 'declined')
    return { stage: 'ended', words: t('The manager does not confirm it. End the call and tell security.') };
  return { stage: 'ended', words: t('The manager did not answer in time. Ask again, or use another check.') };
}
