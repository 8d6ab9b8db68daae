'use client';

import { MainContent } from '@/components/site/layout/main-content';
import { Button } from '@/components/ui/buttons/button';
import { PageHeading } from '@/components/ui/page-heading';
import './globals.css';
import { currentLanguage } from '@/lib/shared/language/messages';
import { t } from '@/lib/shared/language/t';

/**
 * Replaces the root layout when the layout itself throws. It waits for no script: if the layout’s dictionary has not come,
 * it speaks English.
 */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang={currentLanguage()}>
      <body>
        <title>{`${t('Something went wrong')} · Tessera`}</title>
        <MainContent width="prose">
          <PageHeading lead={t('Something went wrong. Try again. If it happens again, call the helpdesk.')}>
            {t('This page could not be shown')}
          </PageHeading>
          <Button variant="primary" onClick={reset}>
            {t('Try again')}
          </Button>
        </MainContent>
      </body>
    </html>
  );
}
