import { SignOutButton } from '@/components/layout/sign-out-button';
import { SiteHeader } from '@/components/layout/site-header';
import { SiteNavigation } from '@/components/layout/site-navigation';
import { may } from '@/lib/accounts/users/permission';
import { getVisitor } from '@/lib/web/sessions/signed-in';
import { staffSections } from '@/lib/web/staff-sections';
import { signOutAction } from './sign-out-action';

/** The header of pages for signed-in people, with the way to each area that they have something in. */
export async function AreaHeader() {
  const visitor = await getVisitor();
  return (
    <SiteHeader>
      <SiteNavigation
        hasDevices={visitor !== null && may(visitor, 'authenticator:view')}
        hasProfile={visitor !== null && may(visitor, 'profile:change')}
        helpdesk={visitor ? staffSections(visitor)[0]?.href : undefined}
      >
        <form action={signOutAction}>
          <SignOutButton />
        </form>
      </SiteNavigation>
    </SiteHeader>
  );
}
