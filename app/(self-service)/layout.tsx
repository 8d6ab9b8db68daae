import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/layout/site-footer';
import { AreaHeader } from '@/app/area-header';

export default function SelfServiceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AreaHeader />
      {children}
      <SiteFooter />
    </>
  );
}
