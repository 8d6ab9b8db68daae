import { SignOutButton } from '@/components/layout/sign-out-button';
import { SiteHeader } from '@/components/layout/site-header';
import { SiteNavigation } from '@/components/layout/site-navigation';
import { may } from '@/lib/accounts/users/permission';
import { getVisitor } from '@/lib/web/sessions/signed-in';
import { staffSections } from '@/lib/web/staff-sections';
import { signOutAction } from './sign-out-action';

/** Header of pages for signed-in users. It links to the areas that their permissions open. */
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
