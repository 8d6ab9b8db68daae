'use client';

import type { ReactNode } from 'react';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { useFollowing } from '@/components/site/following/use-following';
import { useScreenKeptOn } from '@/components/site/following/use-screen-kept-on';
import { PageHeading } from '@/components/ui/page-heading';
import { CancelForm } from './cancel-form';
import { DeviceActivated, EndedActivation } from './later-parts';
import type { Afterwards } from './ended/device-activated';
import { isEndedState } from './ended/ended-state';
import type { StartPrompt } from '@/lib/activation/start/start-grant';
import type { FormAction } from '@/lib/shared/form-state';
import type { TestLoginAction } from '@/components/site/devices/test-login-form';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import type { PhoneScreens } from './phone-screens';
import type { DeviceStart } from './confirm-device';
import { PendingActivation } from './pending-activation';
import { PhaseNotice, headingWords } from './phase-notice';
import { progressOf } from './progress/progress-steps';
import { Stepper } from './progress/stepper';
import { showsImage } from './image/shows-image';
import { activationTitle, useDocumentTitle } from './following/use-document-title';
import { useLaterParts } from './use-later-parts';
import { useFormAction } from '@/components/site/forms/use-form-action';
import { useAnnouncements, type Spoken } from './following/use-announcements';
import { useCredentials } from './image/use-credentials';
import { useOpenedHere } from './image/use-opened-here';
import { useHasPassed } from './following/use-has-passed';
import { useHeadingFocus } from './following/use-heading-focus';
import { useRemainingSeconds } from './following/use-remaining-seconds';
import { type ActivationState, isPendingState } from '@/lib/activation/activation';
import { ACTIVATION, type ActivationFollowing } from './following/follow-activation';
import { t } from '@/lib/shared/language/t';
import { SECOND } from '@/lib/shared/time/duration';

/** Longer than a phone takes to read the image if it can read it at all. */
const PATIENCE = 20 * SECOND;

type ActivationPanelProps = {
  initialStatus: ActivationStatus;
  user: { userId: string; domain: string };
  /** That shows this page, in words. */
  browser: string;
  /** Whether this site has a renderer of Cronto images. */
  hasCronto: boolean;
  /** Whether people activate with this site's app. */
  hasOwnApp: boolean;
  /** Whether the gateway supports tests, and the person may make one. */
  canTest: boolean;
  /** What a phone shows meanwhile. */
  phoneScreens: PhoneScreens;
  /** The replacement that this activation is a part of; null for none. */
  replacement: { oldName: string; isDone: boolean } | null;
  /** Whether its image is shown elsewhere, where the proofs for it were given. */
  isElsewhere: boolean;
  /** What a new image will require of the user. */
  prompt: StartPrompt;
  /** Both actions get the field `activationId`; `renewAction` also gets `password` where one is due. */
  cancelAction: FormAction<RefusalCode>;
  renewAction: FormAction<RefusalCode>;
  /** Actions for the two codes of an offline activation; they get `activationId` and `code`. */
  deviceCodeAction: FormAction<RefusalCode>;
  signatureAction: FormAction<RefusalCode>;
  /** Of the linked device. */
  deviceStart: DeviceStart;
  testLoginAction: TestLoginAction;
  /** Ends an invited person's session, to sign in; null for any other. */
  signInAction: (() => Promise<void>) | null;
  /** Null as long as the server did not know that the device is active. */
  afterwards: Afterwards | null;
  /** Leads to the site that sent the person here; null for none. */
  wayBack: ReactNode;
};

/** The activation page. The key resets all client state when another activation takes over. */
export function ActivationPanel(props: ActivationPanelProps) {
  return <OneActivation key={props.initialStatus.id} {...props} />;
}

function OneActivation(props: ActivationPanelProps) {
  const { initialStatus, user, canTest, isElsewhere, prompt, cancelAction, renewAction, replacement } = props;
  const { activationType } = initialStatus;
  const following = useFollowing(ACTIVATION, initialStatus);
  const { status, phase } = following;
  const remainingSeconds = useRemainingSeconds(status.expiresAt, initialStatus.serverTime);
  const cancelling = useFormAction<RefusalCode>(cancelAction);
  const view = activationView(following, remainingSeconds, cancelling.state.status === 'done');
  const isCutOff = phase === 'signed-out' || phase === 'not-available';
  const hasImage = showsImage(view, activationType) && !isElsewhere;
  const credentials = useCredentials(status, !hasImage || isCutOff);
  useOpenedHere(credentials);
  useScreenKeptOn(hasImage && !isCutOff);
  const isHintDue = useHasPassed(hintMoment(status), initialStatus.serverTime);
  const hasHints = hasImage && isHintDue;
  const [spoken, say] = useAnnouncements({ view, activationType, phase, remainingSeconds, hasHints });
  const { heading, noteFocus } = useHeadingFocus(view);
  const isReplaced = replacement?.isDone === true;
  const { title, text } = headingWords(view, status, canTest, isReplaced ? null : (replacement?.oldName ?? null));
  const { steps, placed, line } = progressOf(view, status, replacement);
  useDocumentTitle(activationTitle(view, phase, remainingSeconds));
  useLaterParts(credentials !== null || !hasImage);

  return (
    <div onFocus={noteFocus} data-activation={view}>
      <div className="-mb-3">
        <PageHeading ref={heading} lead={isReplaced && view === 'active' ? replacedWords(replacement.oldName) : text}>
          {title}
        </PageHeading>
      </div>
      <LiveRegion spoken={spoken} />
      <div className="mb-5 empty:hidden print:hidden">
        <PhaseNotice phase={phase} activationId={status.id} />
      </div>
      {!isCutOff && (
        <div className="mb-5">
          <Stepper steps={steps} line={line} replacing={replacement?.oldName ?? null} />
        </div>
      )}
      {view === 'active' ? (
        <DeviceActivated
          deviceName={status.deviceName}
          instanceId={status.instanceId}
          mosaic={status.mosaic}
          canTest={canTest}
          isTold={status.completion === 'told'}
          isReplacing={replacement && !isReplaced}
          testLoginAction={props.testLoginAction}
          signInAction={props.signInAction}
          afterwards={props.afterwards}
          wayBack={props.wayBack}
        />
      ) : isEndedState(view) ? (
        <EndedActivation
          activationId={status.id}
          state={view}
          failure={status.failure}
          placed={placed}
          prompt={prompt}
          action={renewAction}
          isInvited={props.signInAction !== null}
          wayBack={props.wayBack}
        />
      ) : (
        !isCutOff && (
          <PendingActivation
            view={view}
            status={status}
            credentials={credentials}
            remainingSeconds={remainingSeconds}
            placed={placed}
            hasCronto={props.hasCronto}
            phoneScreens={props.phoneScreens}
            hasOwnApp={props.hasOwnApp}
            hasHints={hasHints}
            isElsewhere={isElsewhere}
            user={user}
            browser={props.browser}
            say={say}
            codeActions={{ issued: props.deviceCodeAction, verified: props.signatureAction }}
            deviceStart={props.deviceStart}
            testLoginAction={props.testLoginAction}
          >
            <CancelForm activationId={status.id} state={cancelling.state} formProps={cancelling.formProps} />
          </PendingActivation>
        )
      )}
    </div>
  );
}

function replacedWords(oldName: string): string {
  return t('{name} is replaced. It is locked now and will be removed in a day.', { name: oldName });
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

/**
 * When to show hints beside an image that has not been scanned yet.
 * @returns milliseconds since 1970 by the server's clock; null while there is no image to scan
 */
function hintMoment({ state, activationType, reached }: ActivationStatus): number | null {
  const shownSince = showsImage(state, activationType) ? (reached.verified ?? reached.issued) : undefined;
  return shownSince === undefined ? null : Date.parse(shownSince) + PATIENCE;
}
