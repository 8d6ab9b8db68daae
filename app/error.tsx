'use client';

import { SiteHeader } from '@/components/layout/site-header';
import { PageProblem } from './page-problem';

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <SiteHeader />
      <PageProblem {...props} />
    </>
  );
}
