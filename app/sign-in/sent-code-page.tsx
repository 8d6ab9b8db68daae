import type { Route } from 'next';
import type { ReactNode } from 'react';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';

/**
 * Where somebody types a code that they may have been sent. It is the same for everybody, so that it does not tell whether
 * there is such an account.
 * @param hint for whom no code reaches
 * @param again where they have another one sent
 * @param children the form
 */
export function SentCodePage({
  heading,
  lead,
  hint,
  again,
  children,
}: {
  heading: string;
  lead: string;
  hint: string;
  again: { href: Route; label: string };
  children: ReactNode;
}) {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={lead}>{heading}</PageHeading>
        {children}
        <div className="mt-6 grid justify-items-start gap-3">
          <p className="text-ink-soft">{hint}</p>
          <div className="-ml-3">
            <LinkButton href={again.href} variant="quiet">
              {again.label}
            </LinkButton>
          </div>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
