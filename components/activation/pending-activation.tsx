'use client';

import { useRef, useState, type ReactNode } from 'react';
import type { ActivationState, ActivationType } from '@/lib/activation/activation';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { TestLoginForm, type TestLoginAction } from '@/components/devices/test-login-form';
import { Card } from '@/components/ui/card';
import { StepList } from '@/components/ui/step-list';
import type { FormAction } from '@/lib/shared/form-state';
import type { RefusalCode } from '@/components/forms/refusal-words';
import { crontoAddress } from './image/image-kinds';
import { HiddenImageCard } from './image/hidden-image-card';
import { ImageSide } from './image/image-side';
import { OfflineCodeForm } from './offline-code-form';
import { OtherWays } from './image/other-ways';
import { progressSteps } from './progress-steps';
import { showsImage } from './image/shows-image';
import { TimeLeft } from './time-left';

const INSTRUCTIONS: Record<ActivationType, Partial<Record<ActivationState, string>>> = {
  online: {
    issued: 'Open the authenticator app on your phone, choose to activate, and point the camera at the image.',
  },
  offline: {
    issued:
      'Open the authenticator app on your phone, choose to activate, and point the camera at the image. Then type the device code that the phone shows.',
    verified:
      'Point the camera at this second image and choose a PIN on the phone. Then type the signature that the phone shows.',
  },
};

/** Image on the left, instructions and steps on the right; stacked on a phone. */
export function PendingActivation({
  view,
  status,
  credentials,
  remainingSeconds,
  hasCronto,
  hasHints,
  user,
  say,
  codeActions,
  testLoginAction,
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
  /** Actions for the two typed codes of an offline activation. */
  codeActions: Record<'issued' | 'verified', FormAction<RefusalCode>>;
  testLoginAction: TestLoginAction;
  /** The form that cancels the activation. */
  children: ReactNode;
}) {
  const [isBig, setIsBig] = useState(false);
  const otherWays = useRef<HTMLDetailsElement>(null);
  const { activationType } = status;
  const instructions = INSTRUCTIONS[activationType][view];

  function openOtherWays(): void {
    if (!otherWays.current) return;
    otherWays.current.open = true;
    otherWays.current.querySelector('summary')?.focus();
  }

  return (
    <div
      className={`grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-8 ${isBig ? '' : 'md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]'}`}
    >
      {showsImage(view, activationType) ? (
        <ImageSide
          crontoAddress={crontoAddress(status)}
          credentials={credentials}
          hasCronto={hasCronto}
          hasHints={hasHints}
          isBig={isBig}
          onSizeChange={setIsBig}
          onType={activationType === 'online' ? openOtherWays : null}
          say={say}
        />
      ) : (
        <HiddenImageCard view={view} completion={status.completion} />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {instructions && <p className="max-w-prose text-lg">{instructions}</p>}
        {credentials?.activationType === 'offline' && (view === 'issued' || view === 'verified') && (
          <OfflineCodeForm
            key={view}
            activationId={status.id}
            code={view === 'issued' ? 'device-code' : 'signature'}
            credentials={credentials}
            action={codeActions[view]}
          />
        )}
        {view !== 'requested' && remainingSeconds !== null && <TimeLeft seconds={remainingSeconds} />}
        <StepList label="Progress" steps={progressSteps(view, status.observes, activationType)} />
        {view === 'linked' && status.completion === 'inferred' && status.instanceId !== null && (
          <Card>
            <TestLoginForm instanceId={status.instanceId} action={testLoginAction} />
          </Card>
        )}
        {credentials?.activationType === 'online' && (
          <OtherWays ref={otherWays} credentials={credentials} user={user} say={say} />
        )}
        {children}
      </div>
    </div>
  );
}
