import type { Forgery } from '../../shared/codes/forged-image-report';
import { accept, refuse, type Result } from '../../shared/result';
import type { ScannedCode } from '../scanning/scan-code';
import { judgeImage, type CodeSource, type Issuer } from './judge-image';
import type { PhoneSite } from './pin-site';
import { reportForgery } from './report-forgery';

export type ForgeryListener = {
  onForgery?: (forgery: Forgery) => void;
  /** @param isHeard whether the website took the report */
  onReport: (isHeard: boolean) => void;
};

/** Verifies who issued an activation, and reports a forgery to the website. @param userId as the code names it */
export async function verifyIssuer(
  site: PhoneSite,
  code: ScannedCode,
  { source, userId }: { source: CodeSource; userId: string },
  { onForgery, onReport }: ForgeryListener,
): Promise<Result<Issuer, Forgery>> {
  const verdict = await judgeImage(site, code, source);
  if (verdict.kind !== 'forged') return accept(verdict);
  const { forgery, keyId } = verdict;
  onForgery?.(forgery);
  onReport(await reportForgery(site.origin, { forgery, keyId, userId }));
  return refuse(forgery);
}
