import type { ReactNode } from 'react';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { FollowPhase } from './follow-activation';

const NOTICES: Record<FollowPhase, ReactNode> = {
  following: null,
  finished: null,
  reconnecting: (
    <Notice tone="warning" title="Reconnecting…">
      <p>The page cannot reach the server and keeps trying. What you do on the phone still counts.</p>
    </Notice>
  ),
  'signed-out': (
    <Notice tone="warning" title="You are signed out">
      <p>What you do on the phone still counts. Sign in again to see how it goes on.</p>
      <div className="mt-2">
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </div>
    </Notice>
  ),
  'not-available': (
    <Notice tone="warning" title="This activation cannot be shown any more">
      <p>It may be gone, or belong to someone else. Your devices are listed on their own page.</p>
      <div className="mt-2">
        <LinkButton href="/">Your devices</LinkButton>
      </div>
    </Notice>
  ),
};

/** Says openly when the page cannot be sure of what it shows. */
export function PhaseNotice({ phase }: { phase: FollowPhase }) {
  return NOTICES[phase];
}
