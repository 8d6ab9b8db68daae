import type { ReactNode } from 'react';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services, type Services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { readHeldCase, type HeldCase } from '@/lib/helpdesk/safety/lost-phone/held-case';
import { caseCookie } from '@/lib/server/web/sessions/browser-secret-cookie';

/** What the page of a case shows of the one that this browser opened; null if it has none, or no time is left. */
export async function findOwnCase(): Promise<{ app: Services; held: HeldCase | null }> {
  const app = await services();
  const holder = await caseCookie.read();
  return { app, held: holder && (await readHeldCase(app.helpdesk, holder)) };
}

/** A page that works signed out. */
export function CasePage({ heading, lead, children }: { heading: string; lead?: string; children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <MainContent width="prose">
        <PageHeading lead={lead}>{heading}</PageHeading>
        <div className="grid gap-8">{children}</div>
      </MainContent>
      <AreaFooter />
    </>
  );
}

/** For a browser that has opened no case, or an hour ago. */
export function NoCase() {
  return (
    <CasePage heading={t(lostPhoneNames.heading)} lead={t('To see what you locked, prove once more that it’s you.')}>
      <div>
        <LinkButton href="/lost-phone" variant="primary">
          {t('Start again')}
        </LinkButton>
      </div>
    </CasePage>
  );
}
