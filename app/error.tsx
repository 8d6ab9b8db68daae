'use client';

import { PageProblem } from './page-problem';
import { PlainHeader } from './plain-header';

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <>
      <PlainHeader />
      <PageProblem error={error} />
    </>
  );
}
