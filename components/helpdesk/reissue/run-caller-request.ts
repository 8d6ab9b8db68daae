import type { FollowEnvironment } from '@/components/following/follow-environment';
import { pollStatus } from '@/components/following/poll-status';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';
import type { CallerRequestStatus } from '@/lib/helpdesk/caller-check/follow-caller-request';
import type { FormState } from '@/lib/shared/form-state';
import { CALLER_REQUEST } from './follow-caller-request';
import { unconfirmedWords } from './unconfirmed-words';

/** What the server answers once it has asked. @property number two digits */
export type CallerAsked = { status: 'asked'; number: string; request: CallerRequestStatus };

/** A phone has confirmed that it is its person who calls. @property key for the form to send */
export type Confirmation = { key: string; instanceId: string };

export type CallerRequestView =
  | { stage: 'idle' | 'asking' }
  | { stage: 'asked'; number: string; status: CallerRequestStatus; isReconnecting: boolean }
  | { stage: 'confirmed'; confirmation: Confirmation }
  /** @property words what happened and what to do next */
  | { stage: 'ended'; words: string };

/** Asks a caller's phones and follows what comes of it. @param show called with every change; no more once `signal` is aborted */
export async function runCallerRequest(
  environment: Pick<FollowEnvironment, 'fetch' | 'setTimer' | 'clock' | 'monotonicNow' | 'random'>,
  ask: () => Promise<CallerAsked | FormState<RefusalCode>>,
  show: (view: CallerRequestView) => void,
  signal: AbortSignal,
): Promise<void> {
  show({ stage: 'asking' });
  const asked = await ask().catch(() => null);
  if (signal.aborted) return;
  if (asked?.status !== 'asked') {
    const code = asked?.status === 'refused' ? asked.code : 'gateway-unreachable';
    return show({ stage: 'ended', words: refusalWords(code) });
  }
  const { number } = asked;
  let status = asked.request;
  const showAsked = (isReconnecting: boolean) => show({ stage: 'asked', number, status, isReconnecting });
  environment.clock.learn(status.serverTime);
  showAsked(false);
  const subject = {
    status: () => status,
    onStatus(answer: CallerRequestStatus) {
      status = answer;
      if (CALLER_REQUEST.isPending(answer)) showAsked(false);
    },
    onTrouble: () => showAsked(true),
  };
  const outcome = await pollStatus(environment, CALLER_REQUEST, subject, false, signal);
  if (outcome !== null) show(viewOfEnd(status));
}

function viewOfEnd({ id, state, reason, instanceId }: CallerRequestStatus): CallerRequestView {
  if (state === 'approved' && instanceId !== null) return { stage: 'confirmed', confirmation: { key: id, instanceId } };
  return { stage: 'ended', words: unconfirmedWords(reason) };
}
