import type { Metadata } from 'next';
import { AreaFooter } from './area-footer';
import { AreaHeader } from './area-header';
import { PageNotFound } from './page-not-found';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <>
      <AreaHeader />
      <PageNotFound />
      <AreaFooter />
    </>
  );
}
