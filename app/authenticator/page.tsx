import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { LinkActivation } from './link-activation';

export const metadata: Metadata = { title: 'Activate on this device' };

/** Where an activation link leads when no app on the device has taken it. */
export default function AuthenticatorPage() {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <LinkActivation />
      </MainContent>
      <SiteFooter />
    </>
  );
}
