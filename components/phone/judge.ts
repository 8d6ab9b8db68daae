import type { Scanned } from '@/lib/authenticator-app/activation-steps';
import { isTooOld } from '@/lib/authenticator-app/is-too-old';
import { judgeImage, type CodeSource } from '@/lib/authenticator-app/judge-image';
import { reportForgery } from '@/lib/authenticator-app/report-forgery';
import type { ScannedCode } from '@/lib/authenticator-app/scan-code';
import type { Phone } from './phone';
import type { Dispatch } from './use-activation-flow';

/** Finds out who has issued what was read and when, and reports it to the website when it was somebody else. */
export async function judge(
  { pins }: Phone,
  scanned: Scanned,
  code: ScannedCode,
  source: CodeSource,
  dispatch: Dispatch,
): Promise<void> {
  const { origin } = window.location;
  const verdict = await judgeImage({ origin, pins }, code, source);
  if (verdict.kind === 'verified' && code.seal && (await isTooOld(code.seal, scanned.gateway, Date.now)))
    return dispatch({ type: 'code-refused', problem: 'too-old' });
  if (verdict.kind !== 'forged') return dispatch({ type: 'code-read', scanned, issuer: verdict });
  const { forgery, keyId } = verdict;
  dispatch({ type: 'forgery-found', forgery });
  const isHeard = await reportForgery(origin, { forgery, keyId, userId: scanned.payload.userId });
  dispatch({ type: 'forgery-reported', isHeard });
}
