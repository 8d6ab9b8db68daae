import type { PhoneSignInEnding } from './ended-words';
import type { PhoneSignInStart, PhoneSignInWay, ShownPhoneSignIn } from './phone-sign-in-start';
import type { PhoneSignInStatus } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';
import { isFollowedStatus, type FollowedKind } from '@/components/site/following/followed-kind';
import { pollStatus } from '@/components/site/following/poll-status';

type Path = '/api/phone-sign-in' | '/api/phone-confirmation';

/** Superseded: the browser has no such challenge, or has another one by now. Signed out: the session that asked has ended. */
function followedAt(path: Path): FollowedKind<PhoneSignInStatus, 'superseded' | 'signed-out'> {
  const signedOut = path === '/api/phone-confirmation' ? 'signed-out' : 'superseded';
  return {
    name: path.slice('/api/'.length),
    address: (id) => `${path}/${encodeURIComponent(id)}/status`,
    refusals: { 401: signedOut, 403: signedOut, 404: 'superseded' },
    isStatus: (body): body is PhoneSignInStatus => isFollowedStatus(body),
    isPending: (status) => outcomeOf(status) === null,
  };
}

export type PhoneSignInView =
  /** On a touch device, which may be the phone itself: how is the first question. */
  | { stage: 'choosing' }
  | { stage: 'starting'; way: PhoneSignInWay }
  | ({ stage: 'shown'; isReconnecting: boolean } & ShownPhoneSignIn)
  /** The phone has agreed, which is being used, or has been and the page is left. */
  | { stage: 'opening' }
  | { stage: 'ended'; ending: PhoneSignInEnding; way: PhoneSignInWay | 'here' };

/** What the page does along the way. */
export type PhoneSignInMoves = {
  way: PhoneSignInWay;
  /** Below which the challenge is followed. */
  path: Path;
  /** How often what expires unread is started again. */
  renewals: number;
  start: () => Promise<PhoneSignInStart>;
  /** Uses the phone's approval of the challenge. */
  finish: (id: string) => Promise<'done' | PhoneSignInEnding>;
  leave: () => void;
};

/** One image or message from being asked for to its end. @param show called with every change; no more once `signal` is aborted */
export async function runPhoneSignIn(
  environment: Parameters<typeof followPhoneSignIn>[0],
  moves: PhoneSignInMoves,
  show: (view: PhoneSignInView) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let left = moves.renewals; ; left--) {
    const outcome = await runOnce(environment, moves, left > 0, show, signal);
    if (outcome !== 'unread') return;
  }
}

/** @returns `unread` when nobody has read it in time and it may be started again; otherwise the last view is shown */
async function runOnce(
  environment: Parameters<typeof followPhoneSignIn>[0],
  { way, path, start, finish, leave }: PhoneSignInMoves,
  mayRenew: boolean,
  show: (view: PhoneSignInView) => void,
  signal: AbortSignal,
): Promise<'unread' | void> {
  const started = await start().catch(() => ({ ok: false, code: 'unreachable' }) as const);
  if (signal.aborted) return;
  if (!started.ok) return show({ stage: 'ended', ending: started.code, way });
  const { status: first, number, image, typedKey } = started;
  show({ stage: 'shown', isReconnecting: false, status: first, number, image, typedKey });
  let isRead = false;
  const outcome = await followPhoneSignIn(
    environment,
    { path, initial: first },
    (status, isReconnecting) => {
      isRead ||= status.state === 'scanned';
      show({ stage: 'shown', isReconnecting, status, number, image, typedKey });
    },
    signal,
  );
  if (outcome === null) return;
  if (outcome === 'expired' && mayRenew && !isRead) return 'unread';
  if (outcome !== 'approved') return show({ stage: 'ended', ending: outcome, way });
  show({ stage: 'opening' });
  const finished = await finish(first.id).catch(() => 'unreachable' as const);
  if (finished === 'done') leave();
  else if (!signal.aborted) show({ stage: 'ended', ending: finished, way });
}

/**
 * Asks, one question at a time, until the phone has answered or the time is over. A hidden page asks too: it is about a
 * minute, and whoever signs in on the phone itself has another app in front of the page.
 * @param onStatus called with every answer, and with what was known last whenever the server cannot be reached
 * @returns null when `signal` was aborted
 */
async function followPhoneSignIn(
  environment: Parameters<typeof pollStatus>[0],
  { path, initial }: { path: Path; initial: PhoneSignInStatus },
  onStatus: (status: PhoneSignInStatus, isReconnecting: boolean) => void,
  signal: AbortSignal,
): Promise<'approved' | PhoneSignInEnding | null> {
  let status = initial;
  environment.clock.learn(initial.serverTime);
  const subject = {
    status: () => status,
    onStatus(answer: PhoneSignInStatus) {
      status = answer;
      if (outcomeOf(answer) === null) onStatus(answer, false);
    },
    onTrouble: () => onStatus(status, true),
  };
  const outcome = await pollStatus(environment, followedAt(path), subject, false, signal);
  return outcome === 'finished' ? (outcomeOf(status) ?? 'expired') : outcome;
}

function outcomeOf({ state, reason }: PhoneSignInStatus): 'approved' | PhoneSignInEnding | null {
  switch (state) {
    case 'waiting':
    case 'scanned':
      return null;
    case 'approved':
      return 'approved';
    case 'expired':
      return 'expired';
    case 'refused':
      return reason ?? 'not-finished';
    case 'cancelled':
    case 'redeemed':
      return 'superseded';
  }
}
