import type { ReactNode } from 'react';
import { AreaFooter } from '@/app/area-footer';
import { AreaHeader } from '@/app/area-header';
import { goBackAction } from '@/app/activation-links/[linkId]/actions';
import { WithWayBack } from '@/components/site/activation-links/way-back-bar';
import { WayBackForm } from '@/components/site/activation-links/way-back-form';
import { readWayBack } from '@/lib/server/web/read-way-back';

export default async function SelfServiceLayout({ children }: { children: ReactNode }) {
  const wayBack = await readWayBack();
  return (
    <>
      <AreaHeader />
      <WithWayBack wayBack={wayBack && <WayBackForm {...wayBack} variant="quiet" action={goBackAction} />}>
        {children}
      </WithWayBack>
      <AreaFooter />
    </>
  );
}
