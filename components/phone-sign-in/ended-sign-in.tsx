import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { ENDED_WORDS, type PhoneSignInEnding } from './ended-words';

/** What happened, and the two ways on. */
export function EndedSignIn({
  ending,
  askAgain,
  passwordPath,
}: {
  ending: PhoneSignInEnding;
  askAgain: () => void;
  passwordPath: Route;
}) {
  const { tone, title, text } = ENDED_WORDS[ending];
  return (
    <div className="grid max-w-prose gap-6">
      <Notice tone={tone} title={title} role="alert">
        <p>{text}</p>
      </Notice>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={askAgain}>
          New image
        </Button>
        <LinkButton href={passwordPath} variant="secondary">
          Use your password
        </LinkButton>
      </div>
    </div>
  );
}
