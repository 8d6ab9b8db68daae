'use client';

import type { ReactNode } from 'react';
import { TimeLeft } from '@/components/activation/time-left';
import { useRemainingSeconds } from '@/components/activation/use-remaining-seconds';
import { Notice } from '@/components/ui/notice';
import { LoginImageCard } from './login-image-card';
import { LoginSteps } from './login-steps';
import type { ShownPhoneSignIn } from './phone-sign-in-start';
import type { PhoneSignInView } from './run-phone-sign-in';

/** Image left, what to do right; one below the other on a phone. */
export function ShownSignIn({
  view,
  children,
}: {
  view: Exclude<PhoneSignInView, { stage: 'ended' }>;
  /** What can be done to stop it. */
  children: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      {view.stage === 'shown' ? (
        <Following key={view.status.id} {...view}>
          {children}
        </Following>
      ) : (
        <>
          <LoginImageCard image={null}>
            {view.stage === 'starting' ? 'Making the image…' : 'Signed in. One moment…'}
          </LoginImageCard>
          {view.stage === 'starting' && children}
        </>
      )}
    </div>
  );
}

function Following({
  status,
  number,
  image,
  isReconnecting,
  children,
}: ShownPhoneSignIn & { isReconnecting: boolean; children: ReactNode }) {
  const seconds = useRemainingSeconds(status.expiresAt, status.serverTime) ?? 0;
  const isScanned = status.state === 'scanned';
  return (
    <>
      <LoginImageCard image={isScanned || seconds === 0 ? null : image}>
        {isScanned ? 'The phone has read the image.' : 'The time is over.'}
      </LoginImageCard>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {isReconnecting && (
          <Notice tone="warning" title="Reconnecting…">
            <p>The page cannot reach the server and keeps trying. What you do on the phone still counts.</p>
          </Notice>
        )}
        <LoginSteps number={number} isScanned={isScanned} />
        <TimeLeft seconds={seconds} />
        {children}
      </div>
    </>
  );
}
