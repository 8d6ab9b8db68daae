import type { ReactNode } from 'react';
import { AreaHeader } from '@/app/area-header';
import { SiteFooter } from '@/components/layout/site-footer';
import { StaffNavigation } from '@/components/layout/staff-navigation';
import { getSignedIn } from '@/lib/web/sessions/signed-in';
import { staffSections } from '@/lib/web/staff-sections';

/** Checks nothing: a layout is not rendered anew with every page, so each page asks for its own permission. */
export default async function HelpdeskLayout({ children }: { children: ReactNode }) {
  const signedIn = await getSignedIn();
  return (
    <>
      <AreaHeader />
      {signedIn && <StaffNavigation sections={staffSections(signedIn)} />}
      {children}
      <SiteFooter reader="staff" />
    </>
  );
}
