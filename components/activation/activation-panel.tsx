'use client';

import { useActionState } from 'react';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { PageHeading } from '@/components/ui/page-heading';
import { IDLE } from '@/lib/shared/form-state';
import { CancelForm } from './cancel-form';
import { DeviceActivated } from './device-activated';
import { isEndedState } from './ended-words';
import type { FormAction } from '@/lib/shared/form-state';
import type { TestLoginAction } from '@/components/devices/test-login-form';
import type { RefusalCode } from '@/components/forms/refusal-words';
import { hintMoment } from './image/hint-moment';
import { PendingActivation } from './pending-activation';
import { PhaseNotice, headingWords } from './phase-notice';
import { RenewForm } from './renew-form';
import { showsImage } from './image/shows-image';
import { useActivation } from './use-activation';
import { useAnnouncements, type Spoken } from './use-announcements';
import { useCredentials } from './image/use-credentials';
import { useHasPassed } from './use-has-passed';
import { useHeadingFocus } from './use-heading-focus';
import { useRemainingSeconds } from './use-remaining-seconds';
import { type ActivationState, isPendingState } from '@/lib/activation/activation';
import type { ActivationFollowing } from './follow-activation';

type ActivationPanelProps = {
  initialStatus: ActivationStatus;
  user: { userId: string; domain: string };
  /** Whether this site has a renderer of Cronto images. */
  hasCronto: boolean;
  /** Whether the gateway supports test logins. */
  canTest: boolean;
  /** What a new image will require of the user. */
  asked: 'credential' | 'password' | 'nothing';
  /** Both actions get the field `activationId`; `renewAction` also gets `password` where one is due. */
  cancelAction: FormAction<RefusalCode>;
  renewAction: FormAction<RefusalCode>;
  /** Actions for the two codes of an offline activation; they get `activationId` and `code`. */
  deviceCodeAction: FormAction<RefusalCode>;
  signatureAction: FormAction<RefusalCode>;
  testLoginAction: TestLoginAction;
};

/** The activation page. The key resets all client state when another activation takes over. */
export function ActivationPanel(props: ActivationPanelProps) {
  return <OneActivation key={props.initialStatus.id} {...props} />;
}

function OneActivation(props: ActivationPanelProps) {
  const { initialStatus, user, hasCronto, canTest, asked, cancelAction, renewAction } = props;
  const { activationType } = initialStatus;
  const following = useActivation(initialStatus);
  const { status, phase } = following;
  const remainingSeconds = useRemainingSeconds(status.expiresAt, initialStatus.serverTime);
  const [cancelState, cancel, isCancelling] = useActionState(cancelAction, IDLE);
  const view = activationView(following, remainingSeconds, cancelState.status === 'done');
  const isCutOff = phase === 'signed-out' || phase === 'not-available';
  const hasImage = showsImage(view, activationType);
  const credentials = useCredentials(status, !hasImage || isCancelling || isCutOff);
  const isHintDue = useHasPassed(hintMoment(status), initialStatus.serverTime);
  const hasHints = hasImage && isHintDue;
  const [spoken, say] = useAnnouncements({ view, activationType, phase, remainingSeconds, hasHints });
  const { heading, noteFocus } = useHeadingFocus(view);
  const { title, text } = headingWords(view, status, canTest);

  return (
    <div onFocus={noteFocus}>
      <PageHeading ref={heading} lead={text}>
        {title}
      </PageHeading>
      <LiveRegion spoken={spoken} />
      <div className="mb-8 empty:hidden">
        <PhaseNotice phase={phase} activationId={status.id} />
      </div>
      {view === 'active' ? (
        <DeviceActivated deviceName={status.deviceName} instanceId={status.instanceId} canTest={canTest} />
      ) : isEndedState(view) ? (
        <RenewForm activationId={status.id} asked={asked} action={renewAction} />
      ) : (
        !isCutOff && (
          <PendingActivation
            view={view}
            status={status}
            credentials={credentials}
            remainingSeconds={remainingSeconds}
            hasCronto={hasCronto}
            hasHints={hasHints}
            user={user}
            say={say}
            codeActions={{ issued: props.deviceCodeAction, verified: props.signatureAction }}
            testLoginAction={props.testLoginAction}
          >
            <CancelForm activationId={status.id} state={cancelState} action={cancel} />
          </PendingActivation>
        )
      )}
    </div>
  );
}

function LiveRegion({ spoken }: { spoken: Spoken }) {
  return (
    <output aria-live="polite" className="sr-only">
      <span key={spoken.count}>{spoken.text}</span>
    </output>
  );
}

/**
 * The state to show. Expiry by the countdown and a successful cancellation are shown before the server reports them; a
 * final state from the server always wins.
 * @param remainingSeconds by the server's clock; null when nothing expires
 */
export function activationView(
  { status, phase }: ActivationFollowing,
  remainingSeconds: number | null,
  isCancelled: boolean,
): ActivationState {
  if (!isPendingState(status.state)) return status.state;
  if (isCancelled) return 'cancelled';
  return remainingSeconds === 0 || phase === 'finished' ? 'expired' : status.state;
}
