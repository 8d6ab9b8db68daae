import type { ReactNode } from 'react';
import { AreaFooter } from '@/app/area-footer';
import { AreaHeader } from '@/app/area-header';

export default function SelfServiceLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AreaHeader />
      {children}
      <AreaFooter />
    </>
  );
}
