import type { Metadata } from 'next';
import { AreaFooter } from './area-footer';
import { PageNotFound } from './page-not-found';
import { PlainHeader } from './plain-header';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Page not found') });

export default function NotFound() {
  return (
    <>
      <PlainHeader />
      <PageNotFound />
      <AreaFooter />
    </>
  );
}
