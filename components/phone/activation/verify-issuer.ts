import { judgeImage, type CodeSource, type Issuer } from '@/lib/phone/site/judge-image';
import { reportForgery } from '@/lib/phone/site/report-forgery';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import type { Phone } from '../phone';
import type { Dispatch } from './use-activation-flow';

/**
 * Finds out who has issued what was read. When that was somebody else, it is shown and reported to the website.
 * @param userId that the code names
 * @returns null for a forgery
 */
export async function verifyIssuer(
  { phone: { pins }, dispatch }: { phone: Phone; dispatch: Dispatch },
  code: ScannedCode,
  source: CodeSource,
  userId: string,
): Promise<Issuer | null> {
  const { origin } = window.location;
  const verdict = await judgeImage({ origin, pins }, code, source);
  if (verdict.kind !== 'forged') return verdict;
  const { forgery, keyId } = verdict;
  dispatch({ type: 'forgery-found', forgery });
  const isHeard = await reportForgery(origin, { forgery, keyId, userId });
  dispatch({ type: 'forgery-reported', isHeard });
  return null;
}
