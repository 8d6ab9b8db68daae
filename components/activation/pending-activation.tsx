'use client';

import { useRef, useState, type ReactNode } from 'react';
import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationCredentials } from '@/lib/activation/activation-credentials';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { TestLoginForm } from '@/app/(self-service)/authenticators/[instanceId]/test-login-form';
import { Card } from '@/components/ui/card';
import { StepList } from '@/components/ui/step-list';
import { HiddenImageCard } from './hidden-image-card';
import { ImageSide } from './image-side';
import { OtherWays } from './other-ways';
import { progressSteps } from './progress-steps';
import { TimeLeft } from './time-left';

const INSTRUCTIONS: Partial<Record<ActivationState, string>> = {
  issued: 'Open the authenticator app on your phone, choose to activate, and point the camera at the image.',
};

/** Image left, what to do and the steps right; one below the other on a phone. */
export function PendingActivation({
  view,
  status,
  credentials,
  remainingSeconds,
  hasCronto,
  hasHints,
  user,
  say,
  children,
}: {
  view: ActivationState;
  status: ActivationStatus;
  credentials: ActivationCredentials | null;
  remainingSeconds: number | null;
  hasCronto: boolean;
  hasHints: boolean;
  user: { userId: string; domain: string };
  say: (text: string) => void;
  /** What can be done to stop it. */
  children: ReactNode;
}) {
  const [isBig, setIsBig] = useState(false);
  const otherWays = useRef<HTMLDetailsElement>(null);

  function openOtherWays(): void {
    if (!otherWays.current) return;
    otherWays.current.open = true;
    otherWays.current.querySelector('summary')?.focus();
  }

  return (
    <div
      className={`grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 ${isBig ? '' : 'md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]'}`}
    >
      {view === 'issued' ? (
        <ImageSide
          activationId={status.id}
          credentials={credentials}
          hasCronto={hasCronto}
          hasHints={hasHints}
          isBig={isBig}
          onSizeChange={setIsBig}
          onType={openOtherWays}
          say={say}
        />
      ) : (
        <HiddenImageCard view={view} completion={status.completion} />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {INSTRUCTIONS[view] && <p className="max-w-prose text-lg">{INSTRUCTIONS[view]}</p>}
        {view !== 'requested' && remainingSeconds !== null && <TimeLeft seconds={remainingSeconds} />}
        <StepList label="Progress" steps={progressSteps(view, status.observes)} />
        {view === 'linked' && status.completion === 'inferred' && status.instanceId !== null && (
          <Card>
            <TestLoginForm instanceId={status.instanceId} />
          </Card>
        )}
        {credentials && <OtherWays ref={otherWays} credentials={credentials} user={user} say={say} />}
        {children}
      </div>
    </div>
  );
}
