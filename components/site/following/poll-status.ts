import { fetchStatus, AT_ONCE } from './fetch-status';
import type { FollowEnvironment } from './follow-environment';
import type { FollowedKind, FollowedStatus } from './followed-kind';
import { ANSWER_LIMIT_MS, backOffMs, EXPIRY_GRACE_MS, OVERDUE_QUESTIONS, quietWaitMs } from './poll-timing';
import { wait } from './wait';

/** Why polling ended; also `finished` when the time is long over and the server never reports the end. */
export type PollOutcome<Refusal> = 'finished' | Refusal;

/** What the poller reads from, and reports to. */
export type PollSubject<Status> = {
  status(): Status;
  onStatus(status: Status): void;
  onTrouble(): void;
};

/**
 * Long-polls a status, one request at a time, until it is final.
 * @param isReturning whether the page was hidden or offline: then the first request is to be answered at once, changed
 *   or not
 * @returns null when `signal` was aborted
 */
export async function pollStatus<Status extends FollowedStatus, Refusal extends string>(
  environment: Pick<FollowEnvironment, 'fetch' | 'setTimer' | 'clock' | 'monotonicNow' | 'random'>,
  kind: FollowedKind<Status, Refusal>,
  subject: PollSubject<Status>,
  isReturning: boolean,
  signal: AbortSignal,
): Promise<PollOutcome<Refusal> | null> {
  const { clock, monotonicNow, random } = environment;
  let mustAnswerAtOnce = isReturning;
  let failures = 0;
  let overdueQuestions = 0;
  while (!signal.aborted) {
    const { id, version, expiresAt } = subject.status();
    const remainingMs = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - clock.now();
    const isOverdue = remainingMs <= 0;
    overdueQuestions = isOverdue ? overdueQuestions + 1 : 0;
    if (overdueQuestions > OVERDUE_QUESTIONS) return 'finished';

    const askedAt = monotonicNow();
    const after = mustAnswerAtOnce || isOverdue ? AT_ONCE : version;
    const limitMs = isOverdue ? ANSWER_LIMIT_MS : Math.min(ANSWER_LIMIT_MS, remainingMs + EXPIRY_GRACE_MS);
    const answer = await fetchStatus(environment, kind, { id, after, limitMs }, signal);
    if (signal.aborted) return null;
    if (answer.kind === 'refused') return answer.reason;

    if (answer.kind === 'status' || answer.kind === 'unchanged') {
      mustAnswerAtOnce = false;
      failures = 0;
      const { serverTime, retryAfterMs } = answer.kind === 'status' ? answer.status : answer;
      clock.learn(serverTime);
      subject.onStatus(answer.kind === 'status' ? answer.status : { ...subject.status(), serverTime });
      if (!kind.isPending(subject.status())) return 'finished';
      if (subject.status().version !== version) continue;
      const heldMs = after === version ? monotonicNow() - askedAt : Number.POSITIVE_INFINITY;
      const quietMs = quietWaitMs(retryAfterMs, heldMs, random);
      const waitMs = isOverdue ? backOffMs(overdueQuestions, random) : Math.min(quietMs, remainingMs + EXPIRY_GRACE_MS);
      await wait(environment, waitMs, signal);
    } else if (answer.kind === 'trouble' || limitMs === ANSWER_LIMIT_MS) {
      const askedWaitMs = answer.kind === 'trouble' ? answer.retryAfterMs : null;
      // A server that says when to come back is there.
      failures = askedWaitMs === null ? failures + 1 : 1;
      // A held response would leave the page in doubt although the server is back.
      mustAnswerAtOnce = true;
      subject.onTrouble();
      await wait(environment, backOffMs(failures, random, askedWaitMs), signal);
    }
  }
  return null;
}
