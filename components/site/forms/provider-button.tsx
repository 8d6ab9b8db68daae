'use client';

import { useState, type ReactNode } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { askForProvider } from '@/components/site/sessions/ask-for-session';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';

/**
 * Leaves the site for its OpenID provider, which sends the browser back.
 * @param next path to open then; null for this page
 * @param isFresh whether the provider is to ask again, although the person may be signed in there
 */
export function ProviderButton({
  next,
  isFresh,
  children,
}: {
  next: string | null;
  isFresh: boolean;
  children: ReactNode;
}) {
  const [isPending, setIsPending] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  async function leave() {
    if (isPending) return;
    setIsPending(true);
    setHasFailed(false);
    const callbackUrl = next ?? `${location.pathname}${location.search}`;
    try {
      location.assign(await askForProvider(callbackUrl, isFresh));
    } catch {
      setHasFailed(true);
      setIsPending(false);
    }
  }

  return (
    <div className="grid justify-items-start gap-3">
      {hasFailed && (
        <Notice tone="error" role="alert">
          {t('The server did not answer. Check your connection and try again.')}
        </Notice>
      )}
      <Button onClick={() => perform(leave())} aria-disabled={isPending} aria-busy={isPending}>
        <ButtonProgress isPending={isPending}>{children}</ButtonProgress>
      </Button>
    </div>
  );
}
