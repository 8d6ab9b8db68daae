import type { Metadata } from 'next';
import { AreaFooter } from './area-footer';
import { AreaHeader } from './area-header';
import { PageNotFound } from './page-not-found';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Page not found') });

export default function NotFound() {
  return (
    <>
      <AreaHeader />
      <PageNotFound />
      <AreaFooter />
    </>
  );
}
