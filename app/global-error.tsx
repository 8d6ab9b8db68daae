'use client';

import { MainContent } from '@/components/layout/main-content';
import { Button } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import './globals.css';

/** Replaces the root layout when the layout itself throws. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Tessera</title>
        <MainContent width="prose">
          <PageHeading lead="Something went wrong. Try again. If it happens again, call the helpdesk.">
            This page could not be shown
          </PageHeading>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        </MainContent>
      </body>
    </html>
  );
}
