import type { Route } from 'next';
import { NavigationLink } from '@/components/site/layout/navigation-link';
import { SignOutForm } from '@/components/site/layout/sign-out-form';
import { SiteHeader } from '@/components/site/layout/site-header';
import { SiteNavigation } from '@/components/site/layout/site-navigation';
import { UserMenu } from '@/components/site/layout/user-menu';
import { may } from '@/lib/accounts/users/permission';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';
import { staffStart } from '@/lib/server/web/home-path';
import { staffNavigation } from '@/lib/server/web/staff-navigation';
import { areaNames } from '@/lib/shared/names/area-names';
import { signOutAction } from './sign-out-action';
import { t } from '@/lib/shared/language/t';

/** The header: who is signed in, and their area. Staff come to work: their own devices are in the menu beside the profile. Nobody signed in: the site's name alone. */
export async function AreaHeader() {
  const visitor = await getVisitor();
  if (!visitor) return <SiteHeader />;
  const sections = await staffNavigation(visitor);
  const start = staffStart(visitor);
  const hasDevices = may(visitor, 'authenticator:view');
  const area = start
    ? { href: start, label: t(areaNames.staff), within: ['/helpdesk', '/administration'] }
    : { href: '/' as Route, label: t(areaNames.yourDevices) };
  return (
    <SiteHeader home={start ?? '/'}>
      <SiteNavigation areas={start || hasDevices ? [area] : []} sections={sections} />
      <UserMenu name={visitor.user.displayName} userId={visitor.user.userId}>
        {start && hasDevices && <NavigationLink href="/">{t(areaNames.yourDevices)}</NavigationLink>}
        {may(visitor, 'profile:change') && <NavigationLink href="/profile">{t(areaNames.profile)}</NavigationLink>}
        {may(visitor, 'profile:change') && (
          <NavigationLink href="/profile/freeze">{t(areaNames.freeze)}</NavigationLink>
        )}
        <SignOutForm action={signOutAction} />
      </UserMenu>
    </SiteHeader>
  );
}
