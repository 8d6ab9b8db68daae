import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SignOutButton } from '@/components/layout/sign-out-button';
import { SiteNavigation } from '@/components/layout/site-navigation';
import { signOutAction } from './sign-out-action';

export default function SelfServiceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader>
        <SiteNavigation>
          <form action={signOutAction}>
            <SignOutButton />
          </form>
        </SiteNavigation>
      </SiteHeader>
      {children}
      <SiteFooter />
    </>
  );
}
