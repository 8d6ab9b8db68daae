import { judgeImage, type CodeSource } from '../../phone/site/judge-image';
import type { PhoneSite } from '../../phone/site/pin-site';
import { reportForgery } from '../../phone/site/report-forgery';
import type { ScannedCode } from '../../phone/scanning/scan-code';
import type { Forgery } from '../../shared/codes/forged-image-report';
import { accept, refuse, type Result } from '../../shared/result';
import { issuerLine } from './phone-words';

/** Says who has issued what was read. A forgery is reported to the website. @param userId that the code names */
export async function verifyIssuer(
  site: PhoneSite,
  code: ScannedCode,
  { source, userId, say }: { source: CodeSource; userId: string; say: (line: string) => void },
): Promise<Result<null, Forgery>> {
  const verdict = await judgeImage(site, code, source);
  if (verdict.kind !== 'forged') {
    say(issuerLine(verdict));
    return accept(null);
  }
  const { forgery, keyId } = verdict;
  const isHeard = await reportForgery(site.origin, { forgery, keyId, userId });
  say(isHeard ? 'The website has been told.' : 'The website could not be told. Tell the helpdesk.');
  return refuse(forgery);
}
