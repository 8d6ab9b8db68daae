'use client';

import { HeaderBar, HOME_CLASSES } from '@/components/layout/header-bar';
import { SiteName } from '@/components/layout/organisation';
import { PageProblem } from './page-problem';

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <>
      <HeaderBar
        home={
          // A new load heals more than the router does, whose code every page would load for this one.
          // oxlint-disable-next-line next/no-html-link-for-pages
          <a href="/" className={HOME_CLASSES}>
            <SiteName />
          </a>
        }
      />
      <PageProblem error={error} />
    </>
  );
}
