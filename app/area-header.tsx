import { SignOutButton } from '@/components/layout/sign-out-button';
import { SiteHeader } from '@/components/layout/site-header';
import { SiteNavigation } from '@/components/layout/site-navigation';
import { mayUser } from '@/lib/access/permission';
import { getVisitor } from '@/lib/web/signed-in';
import { staffSections } from '@/lib/web/staff-sections';
import { signOutAction } from './sign-out-action';

/** The header of pages for signed-in people, with the way to each area that they have something in. */
export async function AreaHeader() {
  const user = (await getVisitor())?.user;
  return (
    <SiteHeader>
      <SiteNavigation
        hasDevices={user !== undefined && mayUser(user, 'authenticator:view')}
        hasProfile={user !== undefined && mayUser(user, 'profile:change')}
        helpdesk={user && staffSections(user)[0]?.href}
      >
        <form action={signOutAction}>
          <SignOutButton />
        </form>
      </SiteNavigation>
    </SiteHeader>
  );
}
