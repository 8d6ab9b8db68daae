'use client';

import { MainContent } from '@/components/layout/main-content';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeading } from '@/components/ui/page-heading';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <MainContent width="prose">
      <PageHeading lead="Something went wrong on our side. Nothing you did is lost. Try again; if it stays like this, call the helpdesk.">
        This page could not be shown
      </PageHeading>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <LinkButton href="/" variant="secondary">
          Your devices
        </LinkButton>
      </div>
      {error.digest && <p className="mt-8 text-sm text-ink-soft">For the helpdesk: {error.digest}</p>}
    </MainContent>
  );
}
