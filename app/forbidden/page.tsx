import type { Metadata } from 'next';
import { shownRefusal } from '@/lib/server/composition/request-answer';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import { t } from '@/lib/shared/language/t';
import { AreaFooter } from '../area-footer';
import { AreaHeader } from '../area-header';
import { PageForbidden } from '../page-forbidden';

export const generateMetadata = (): Metadata => ({ title: t('Your account may not see this page') });

/** What the server answers in place of a page that is not for its reader. Nothing leads here. */
export default function ForbiddenPage() {
  if (shownRefusal() !== 403) refuseAsNotFound();
  return (
    <>
      <AreaHeader />
      <PageForbidden />
      <AreaFooter />
    </>
  );
}
