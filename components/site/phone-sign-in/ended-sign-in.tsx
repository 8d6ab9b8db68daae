import type { Route } from 'next';
import { Button } from '@/components/ui/buttons/button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { phoneSignInNames } from '@/lib/shared/names/sign-in-names';
import { endedWords, type PhoneSignInEnding } from './ended-words';
import type { PhoneSignInWay } from './phone-sign-in-start';
import { t } from '@/lib/shared/language/t';

/**
 * What happened, and the ways on: first the one that was tried.
 * @param timeLimitMs how long it could be answered
 * @param askAgain null where there is no image
 * @param sendAgain null where nothing is sent
 */
export function EndedSignIn({
  ending,
  way,
  timeLimitMs,
  askAgain,
  sendAgain,
  passwordPath,
}: {
  ending: PhoneSignInEnding;
  way: PhoneSignInWay | 'here';
  timeLimitMs: number;
  askAgain: (() => void) | null;
  sendAgain: (() => void) | null;
  passwordPath: Route;
}) {
  const { tone, title, text } = endedWords(ending, way === 'here' ? 'image' : way, timeLimitMs);
  return (
    <div className="grid max-w-prose gap-6">
      <Notice tone={tone} title={title} role="alert">
        <p>{text}</p>
      </Notice>
      <div className="flex flex-wrap gap-3">
        {sendAgain && way === 'message' && (
          <Button variant="primary" onClick={sendAgain}>
            {t(phoneSignInNames.sendAgain)}
          </Button>
        )}
        {askAgain && way === 'here' && (
          <Button variant="primary" onClick={askAgain}>
            {t('Try again')}
          </Button>
        )}
        {askAgain && way !== 'here' && (
          <Button variant={way === 'image' ? 'primary' : 'secondary'} onClick={askAgain}>
            {way === 'image' ? t(phoneSignInNames.newImage) : t(phoneSignInNames.showImage)}
          </Button>
        )}
        <LinkButton href={passwordPath} variant="secondary">
          {t(phoneSignInNames.withPassword)}
        </LinkButton>
      </div>
    </div>
  );
}
