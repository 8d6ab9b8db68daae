import type { ReactNode } from 'react';
import { AreaHeader } from '@/app/area-header';
import { SiteFooter } from '@/components/layout/site-footer';
import { StaffNavigation } from '@/components/layout/staff-navigation';
import { getSignedIn } from '@/lib/web/sessions/signed-in';
import { staffSections } from '@/lib/web/staff-sections';

/** Checks no permission: Next.js does not render a layout again on each navigation, so every page checks its own. */
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
