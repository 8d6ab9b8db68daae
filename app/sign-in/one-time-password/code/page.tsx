import type { Metadata, Route } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { MainContent } from '@/components/layout/main-content';
import { SiteHeader } from '@/components/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/composition/compose';
import { sentOneTimePasswordNames } from '@/lib/names/sign-in-names';
import { localPath } from '@/lib/web/local-path';
import { refuseAsNotFound } from '@/lib/web/refuse-page';
import { pathAfterSignIn, sendOn } from '../../send-on';
import { CodeForm } from './code-form';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t(sentOneTimePasswordNames.heading) });

/** The same for everybody, so that it tells neither whether there is such an account nor whether the password was right. */
export default async function SentOneTimePasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = localPath((await searchParams).next);
  await sendOn(next);
  if (!(await services()).accounts.virtualAuthenticator) refuseAsNotFound();
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={t('If user ID and password are right, a one-time password is on its way.')}>
          {t(sentOneTimePasswordNames.heading)}
        </PageHeading>
        <CodeForm next={pathAfterSignIn(next)} />
        <div className="mt-6 grid justify-items-start gap-3">
          <p className="text-ink-soft">
            {t('Nothing arrived? User ID or password may be wrong, or your organisation has no number for you.')}
          </p>
          <div className="-ml-3">
            <LinkButton href={`/sign-in/one-time-password?next=${encodeURIComponent(next)}` as Route} variant="quiet">
              {t(sentOneTimePasswordNames.again)}
            </LinkButton>
          </div>
        </div>
      </MainContent>
      <AreaFooter />
    </>
  );
}
