import type { PhoneSignInEnding } from './ended-words';
import { followPhoneSignIn } from './follow-phone-sign-in';
import type { PhoneSignInStart, PhoneSignInWay, ShownPhoneSignIn } from './phone-sign-in-start';

export type PhoneSignInView =
  | { stage: 'starting'; way: PhoneSignInWay }
  | ({ stage: 'shown'; isReconnecting: boolean } & ShownPhoneSignIn)
  /** The phone has agreed; the session is being opened, or is open and the page is left. */
  | { stage: 'opening' }
  | { stage: 'ended'; ending: PhoneSignInEnding; way: PhoneSignInWay };

/** What the page does along the way. */
export type PhoneSignInMoves = {
  way: PhoneSignInWay;
  start: () => Promise<PhoneSignInStart>;
  openSession: () => Promise<'signed-in' | PhoneSignInEnding>;
  leave: () => void;
};

/** One image or message from being asked for to its end. @param show called with every change; no more once `signal` is aborted */
export async function runPhoneSignIn(
  environment: Parameters<typeof followPhoneSignIn>[0],
  { way, start, openSession, leave }: PhoneSignInMoves,
  show: (view: PhoneSignInView) => void,
  signal: AbortSignal,
): Promise<void> {
  const started = await start().catch(() => ({ ok: false, code: 'unreachable' }) as const);
  if (signal.aborted) return;
  if (!started.ok) return show({ stage: 'ended', ending: started.code, way });
  const { status: first, number, image } = started;
  show({ stage: 'shown', isReconnecting: false, status: first, number, image });
  const outcome = await followPhoneSignIn(
    environment,
    first,
    (status, isReconnecting) => show({ stage: 'shown', isReconnecting, status, number, image }),
    signal,
  );
  if (outcome === null) return;
  if (outcome !== 'approved') return show({ stage: 'ended', ending: outcome, way });
  show({ stage: 'opening' });
  const opened = await openSession();
  if (opened === 'signed-in') leave();
  else if (!signal.aborted) show({ stage: 'ended', ending: opened, way });
}
