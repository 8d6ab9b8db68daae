'use client';

import { startTransition, useEffect, useEffectEvent } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { CodeImage } from '@/components/ui/code-image';
import { CheckWords } from '@/components/ui/check-words';
import { Notice } from '@/components/ui/notice';
import { reissueNames } from '@/lib/shared/names/staff-names';
import type { CallerDevice } from './caller-checks';
import { CheckHeading } from './caller-check-fields';
import { CHECK_WORDS } from './reissue-words';
import { RequestCountdown, RequestEnded } from './request-parts';
import {
  runCallerRequest,
  type AskCallerAction,
  type CallerRequestView,
  type Confirmation,
} from './run-caller-request';
import { takeConfirmation } from './kept-confirmation';
import { aboutUser, useStaffRequest } from './use-staff-request';
import { IDLE } from '@/lib/shared/form-state';
import { t } from '@/lib/shared/language/t';

/**
 * Sends a challenge to the caller's phones. Needs JavaScript, because only the response to the button carries the
 * number.
 * @param vouching devices that may vouch for the caller, given the form's current values
 * @param takesUp whether it is one of a form's checks, and goes on with what was confirmed on the person's page, where it is
 * the first step
 */
export function CallerPhoneField({
  userId,
  vouching,
  takesUp = false,
  action,
  onConfirmation,
}: {
  userId: string;
  vouching: readonly CallerDevice[];
  takesUp?: boolean;
  action: AskCallerAction;
  onConfirmation: (confirmation: Confirmation | null) => void;
}) {
  const {
    view,
    ask,
    show: resume,
  } = useStaffRequest<CallerRequestView>(
    { stage: 'idle' },
    (environment, show, signal) => runCallerRequest(environment, () => action(IDLE, aboutUser(userId)), show, signal),
    (next) => onConfirmation(next.stage === 'confirmed' ? next.confirmation : null),
  );
  const resumeFirst = useEffectEvent((confirmation: Confirmation) => resume({ stage: 'confirmed', confirmation }));
  useEffect(() => {
    const confirmation = takesUp && takeConfirmation(sessionStorage, userId, Date.now());
    if (confirmation) startTransition(() => resumeFirst(confirmation));
  }, [takesUp, userId]);
  const isCounted =
    view.stage === 'confirmed' && vouching.some(({ instanceId }) => instanceId === view.confirmation.instanceId);
  const isUnderWay = view.stage === 'asking' || view.stage === 'asked';
  return (
    <div role="group" aria-label={t(CHECK_WORDS['login-request'])} className="grid gap-3">
      {takesUp && <CheckHeading method="login-request" isCounted={isCounted} />}
      <div role="status" className="grid gap-3 empty:hidden">
        <State view={view} vouching={vouching} />
      </div>
      {view.stage === 'asked' && <RequestCountdown {...view.status} />}
      <div>
        <Button
          variant={takesUp ? 'secondary' : 'primary'}
          aria-disabled={isUnderWay}
          onClick={isUnderWay ? undefined : ask}
        >
          {view.stage === 'idle' || isUnderWay ? t(reissueNames.askPhone) : t(reissueNames.askAgain)}
        </Button>
      </div>
    </div>
  );
}

function State({ view, vouching }: { view: CallerRequestView; vouching: readonly CallerDevice[] }) {
  switch (view.stage) {
    case 'idle':
      return null;
    case 'asking':
      return <p>{t('Sending…')}</p>;
    case 'asked':
      return (
        <>
          {view.words === null ? (
            <p>
              {t(
                'The caller’s phone doesn’t show who sends the request. Tell them that it is yours, and that they approve no other.',
              )}
            </p>
          ) : (
            <>
              <p>
                {t(
                  'Say these two words first. The caller’s phone shows the same, so they know that you are the helpdesk.',
                )}
              </p>
              <CheckWords name={t(reissueNames.wordsForCaller)} askedBy={view.askedBy} words={view.words} />
            </>
          )}
          {view.typedKey !== null && (
            <>
              <p>{t('The caller’s app needs these digits. Read them out, or let the caller scan the image here:')}</p>
              <output
                aria-label={t('Digits for the caller’s app')}
                className="block w-fit rounded-control bg-accent-soft px-5 py-2 text-2xl font-semibold tracking-[0.1em] tabular-nums"
              >
                {view.typedKey}
              </output>
              {view.image && (
                <div className="max-w-56 bg-white">
                  <CodeImage name={t('Image for the caller’s app')} image={view.image} />
                </div>
              )}
            </>
          )}
          {view.number === '' ? (
            <p>{t('Ask the caller to open the authenticator app and approve the request there.')}</p>
          ) : (
            <>
              <p>{t('Ask the caller to open the authenticator app and type this number there:')}</p>
              <output
                aria-label={t(reissueNames.numberForCaller)}
                className="block w-fit rounded-control bg-accent-soft px-5 py-2 text-3xl font-semibold tracking-[0.1em] tabular-nums"
              >
                {view.number}
              </output>
            </>
          )}
          <p className="text-ink-soft">{askedWords(view)}</p>
        </>
      );
    case 'confirmed': {
      const { key, instanceId } = view.confirmation;
      const device = vouching.find((one) => one.instanceId === instanceId);
      if (!device) {
        return (
          <Notice tone="warning" title={t('This does not count')}>
            <p>{t('It was confirmed on {device}, the lost or stolen device of this form.', { device: instanceId })}</p>
          </Notice>
        );
      }
      return (
        <>
          <input type="hidden" name="login-request" value={key} />
          <Notice tone="success" title={t('Confirmed by the caller')}>
            <p className="wrap-anywhere">
              {t('On {device}, {instance}. Counts for 15 minutes and one invitation.', {
                device: device.name,
                instance: instanceId,
              })}
            </p>
          </Notice>
        </>
      );
    }
    case 'ended':
      return <RequestEnded words={view.words} />;
  }
}

function askedWords({ status, isReconnecting }: Extract<CallerRequestView, { stage: 'asked' }>): string {
  if (isReconnecting) return t('Connection lost. Trying again.');
  return status.state === 'scanned' ? t('A phone has opened it.') : t('No phone has opened it yet.');
}
