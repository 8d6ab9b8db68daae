import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { SiteNavigation } from '@/components/layout/site-navigation';
import { Button } from '@/components/ui/button';
import { signOutAction } from './sign-out-action';

export default function SelfServiceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader>
        <SiteNavigation>
          <form action={signOutAction}>
            <Button type="submit" variant="quiet">
              Sign out
            </Button>
          </form>
        </SiteNavigation>
      </SiteHeader>
      {children}
      <SiteFooter />
    </>
  );
}
