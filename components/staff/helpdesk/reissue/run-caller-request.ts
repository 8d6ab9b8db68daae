import type { ShownImage } from '@/components/ui/code-image';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import type { CallerRequestStatus } from '@/lib/helpdesk/caller-check/follow-caller-request';
import type { FormAction, FormState } from '@/lib/shared/form-state';
import { isFollowedStatus, type FollowedKind } from '@/components/site/following/followed-kind';
import { followStaffRequest, type RequestView } from './follow-staff-request';
import type { RequestEnvironment } from './use-staff-request';
import { durationWords, t, type Message } from '@/lib/shared/language/t';
import type { PhoneRefusal } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';

const WORDS = {
  'wrong-number': 'The caller typed a wrong number. Caller not verified.',
  'cancelled-on-phone': 'The caller declined on the phone. Caller not verified.',
  'not-me': 'The phone’s owner says they are not calling. End the call and tell security.',
  'device-not-usable': 'The device that answered is locked or removed. Caller not verified.',
  'not-confirmed': 'The caller declined on the phone, or did not answer in time. Caller not verified.',
} as const satisfies Record<PhoneRefusal, Message>;

/** A challenge to a caller's phones, as a resource that the page follows. */
const CALLER_REQUEST: FollowedKind<CallerRequestStatus, 'gone'> = {
  name: 'caller-request',
  address: (key) => `/api/helpdesk/caller-requests/${encodeURIComponent(key)}/status`,
  refusals: { 401: 'gone', 403: 'gone', 404: 'gone' },
  isStatus: (body): body is CallerRequestStatus => isFollowedStatus(body),
  isPending: ({ state }) => state === 'waiting' || state === 'scanned',
};

/** What the agent says, and to whom they are named. @property number two digits; empty where the phone asks for none */
type Said = {
  number: string;
  words: string | null;
  askedBy: string;
  /** For the caller to scan at the counter, and what is read out in its place; null where it was sent. */
  image: ShownImage | null;
  typedKey: string | null;
};

/** The server's answer once the challenge is sent. */
export type CallerAsked = Said & {
  status: 'asked';
  request: CallerRequestStatus;
  /** How long it can be answered. */
  timeLimitMs: number;
};

/** Sends a challenge to the phones of the user in the form field `userId`. */
export type AskCallerAction = FormAction<StaffRefusalCode, CallerAsked>;

/** A phone confirmed that its user is the caller. @property key sent with the form */
export type Confirmation = { key: string; instanceId: string };

export type CallerRequestView =
  | { stage: 'idle' }
  | RequestView
  | (Said & { stage: 'asked'; status: CallerRequestStatus; isReconnecting: boolean })
  | { stage: 'confirmed'; confirmation: Confirmation };

/**
 * Sends a challenge to a caller's phones and follows it.
 * @param show called with every change, until `signal` is aborted
 */
export function runCallerRequest(
  environment: RequestEnvironment,
  ask: () => Promise<CallerAsked | FormState<StaffRefusalCode>>,
  show: (view: CallerRequestView) => void,
  signal: AbortSignal,
): Promise<void> {
  const request = { kind: CALLER_REQUEST, unanswered: 'gateway-unreachable', viewOf, viewOfEnd } as const;
  return followStaffRequest<CallerRequestStatus, CallerAsked, CallerRequestView>(
    environment,
    ask,
    request,
    show,
    signal,
  );
}

function viewOf(
  { number, words, askedBy, image, typedKey }: CallerAsked,
  status: CallerRequestStatus,
  isReconnecting: boolean,
): CallerRequestView {
  return { stage: 'asked', number, words, askedBy, image, typedKey, status, isReconnecting };
}

function viewOfEnd(
  { timeLimitMs }: CallerAsked,
  { id, state, reason, instanceId }: CallerRequestStatus,
): CallerRequestView {
  if (state === 'approved' && instanceId !== null) return { stage: 'confirmed', confirmation: { key: id, instanceId } };
  return { stage: 'ended', words: unconfirmedWords(reason, timeLimitMs) };
}

/** Why the caller's phone proved nothing, and what to do next. @param reason null when no phone answered */
function unconfirmedWords(reason: PhoneRefusal | null, timeLimitMs: number): string {
  if (reason !== null) return t(WORDS[reason]);
  return t(
    'No phone answered within {time}. The caller has to open the authenticator app and needs notifications on for this account.',
    { time: durationWords(timeLimitMs) },
  );
}
