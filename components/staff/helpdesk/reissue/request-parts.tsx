'use client';

import { TimeLeft } from '@/components/site/activation/following/time-left';
import { useRemainingSeconds } from '@/components/site/activation/following/use-remaining-seconds';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';

/** How long somebody may still answer. */
export function RequestCountdown({ expiresAt, serverTime }: { expiresAt: string; serverTime: string }) {
  return <TimeLeft seconds={useRemainingSeconds(expiresAt, serverTime) ?? 0} />;
}

/** @param words what happened and what to do next */
export function RequestEnded({ words }: { words: string }) {
  return (
    <Notice tone="error" title={t('Not confirmed')}>
      <p>{words}</p>
    </Notice>
  );
}
