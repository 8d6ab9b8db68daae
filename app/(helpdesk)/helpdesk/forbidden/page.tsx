import type { Metadata } from 'next';
import { PageForbidden } from '@/app/page-forbidden';
import { shownRefusal } from '@/lib/server/composition/request-answer';
import { t } from '@/lib/shared/language/t';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

export const generateMetadata = (): Metadata => ({ title: t('Your account may not see this page') });

/** As `/forbidden`, with the sections of the staff area, for whoever has some of them. */
export default function StaffForbiddenPage() {
  if (shownRefusal() !== 403) refuseAsNotFound();
  return <PageForbidden />;
}
