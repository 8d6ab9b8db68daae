import type { Metadata, Route } from 'next';
import { services } from '@/lib/server/composition/compose';
import { sentOneTimePasswordNames } from '@/lib/shared/names/sign-in-names';
import { localPath } from '@/lib/server/web/local-path';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import { pathAfterSignIn, sendOn } from '../../send-on';
import { SentCodePage } from '../../sent-code-page';
import { CodeForm } from './code-form';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(sentOneTimePasswordNames.heading) });

export default async function SentOneTimePasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = localPath((await searchParams).next);
  await sendOn(next);
  if (!(await services()).accounts.virtualAuthenticator) refuseAsNotFound();
  return (
    <SentCodePage
      heading={t(sentOneTimePasswordNames.heading)}
      lead={t('If user ID and password are right, a one-time password is on its way.')}
      hint={t('Nothing arrived? User ID or password may be wrong, or your organisation has no number for you.')}
      again={{
        href: `/sign-in/one-time-password?next=${encodeURIComponent(next)}` as Route,
        label: t(sentOneTimePasswordNames.again),
      }}
    >
      <CodeForm next={pathAfterSignIn(next)} />
    </SentCodePage>
  );
}
