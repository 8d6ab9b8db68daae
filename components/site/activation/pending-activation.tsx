'use client';

import { useRef, useState, type ReactNode } from 'react';
import type { ActivationState, ActivationType } from '@/lib/activation/activation';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import type { TestLoginAction } from '@/components/site/devices/test-login-form';
import { RichText } from '@/components/site/language/rich-text';
import { Card } from '@/components/ui/card';
import type { FormAction } from '@/lib/shared/form-state';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { activationNames } from '@/lib/shared/names/activation-names';
import type { DeviceStart } from './confirm-device';
import { CannotScan } from './image/cannot-scan';
import { crontoAddress } from './image/image-kinds';
import { foldClasses, ImageSide } from './image/image-side';
import { PrintedValues } from './image/printed-values';
import { ConfirmDevice, HiddenImageCard, OfflineCodeForm, ScanHints } from './later-parts';
import { phoneScreen, type PhoneScreens } from './phone-screens';
import { showsImage } from './image/shows-image';
import { useImageView } from './image/use-image-view';
import { Mosaic } from '@/components/ui/mosaic';
import { TimeLeft } from './following/time-left';
import { locale, t } from '@/lib/shared/language/t';

/** The drawing leaves a square of 36 in its 120 by 232 units for it. */
const ON_THE_DRAWING = 'absolute top-[14.2%] left-[35%] w-[30%]';

/**
 * What to do, and what happens then.
 * @param hasOwnApp whether people activate with this site's app, which a phone's own camera opens
 * @param browser that shows this page, as the app names it
 */
function instructionFor(
  view: ActivationState,
  type: ActivationType,
  hasOwnApp: boolean,
  browser: string,
): readonly ReactNode[] {
  if (view === 'verified' && type === 'offline')
    return [
      t('Scan this second image and choose a PIN on the phone.'),
      t('Then type the signature that the phone shows.'),
    ];
  if (view !== 'issued') return [];
  if (!hasOwnApp)
    return [
      t('Open your organisation’s authenticator app, choose to activate, and point your camera at this image.'),
      type === 'offline' && t('Then type the device code that the phone shows.'),
    ];
  return type === 'online'
    ? [
        t('Point your phone’s camera at this image.'),
        <RichText
          key="app"
          message="It opens the app, which names this page: {browser}. Tap {button} there, and choose a PIN."
          values={{
            browser: <strong>{browser}</strong>,
            button: <strong>{t('Activate this phone')}</strong>,
          }}
        />,
      ]
    : [
        <RichText
          key="scan"
          message="Open the app, tap {button}, and point your camera at this image."
          values={{ button: <strong>{t('Scan code')}</strong> }}
        />,
        t('Then type the device code that the phone shows.'),
      ];
}

/**
 * The image below what to do with it and its time, beside it what happens then and the other ways, and on wide screens what
 * the phone shows meanwhile. On a narrow one all of it is one column.
 */
export function PendingActivation({
  view,
  status,
  placed,
  credentials,
  remainingSeconds,
  hasCronto,
  hasOwnApp,
  phoneScreens,
  hasHints,
  isElsewhere,
  user,
  browser,
  say,
  codeActions,
  deviceStart,
  testLoginAction,
  children,
}: {
  view: ActivationState;
  status: ActivationStatus;
  /** Tiles of the mosaic. */
  placed: number;
  credentials: ActivationCredentials | null;
  remainingSeconds: number | null;
  hasCronto: boolean;
  hasOwnApp: boolean;
  phoneScreens: PhoneScreens;
  hasHints: boolean;
  /** Whether its image is shown elsewhere. */
  isElsewhere: boolean;
  user: { userId: string; domain: string };
  /** That shows this page, in words. */
  browser: string;
  say: (text: string) => void;
  /** Actions for the two typed codes of an offline activation. */
  codeActions: Record<'issued' | 'verified', FormAction<RefusalCode>>;
  deviceStart: DeviceStart;
  testLoginAction: TestLoginAction;
  /** The form that cancels the activation. */
  children: ReactNode;
}) {
  const otherWays = useRef<HTMLDetailsElement>(null);
  const imageView = useImageView(credentials, hasCronto);
  /** Whoever types the phone's code has scanned the image. */
  const [hasTyped, setHasTyped] = useState(false);
  const { activationType } = status;
  const hasImage = showsImage(view, activationType);
  const isHidden = hasImage && isElsewhere;
  const [instruction, sequel] = isHidden ? [] : instructionFor(view, activationType, hasOwnApp, browser);
  const activatesHere = hasOwnApp && activationType === 'online';
  const folded = activatesHere && hasImage ? foldClasses(activatesHere, imageView) : '';
  const screen = activationType === 'online' ? phoneScreen(view) : null;

  function openOtherWays(): void {
    if (!otherWays.current) return;
    otherWays.current.open = true;
    otherWays.current.querySelector('summary')?.focus();
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-5 md:grid-cols-[minmax(0,22.5rem)_minmax(0,1fr)] md:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,22.5rem)_minmax(0,1fr)_10rem]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-2 empty:hidden md:col-span-2">
        {instruction && <p className={`max-w-prose text-xl font-semibold ${folded}`}>{instruction}</p>}
        {view !== 'requested' && remainingSeconds !== null && (
          // After the scan the phone has time of its own, which begins anew.
          <TimeLeft
            seconds={remainingSeconds}
            label={hasImage ? t(activationNames.timeLeft) : t(activationNames.timeLeftToFinish)}
          />
        )}
      </div>
      <div className="md:col-start-1">
        {isHidden ? (
          <Card>
            <p>
              {t('Scan the image on the page where you started this activation. This page follows your phone as well.')}
            </p>
          </Card>
        ) : hasImage ? (
          <ImageSide
            crontoAddress={crontoAddress(status)}
            credentials={credentials}
            view={imageView}
            hasOwnApp={activatesHere}
            say={say}
          />
        ) : (
          <HiddenImageCard
            view={view}
            isConfirmed={status.completion === 'inferred' && deviceStart === 'now'}
            placed={placed}
            mosaic={status.mosaic}
          />
        )}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 md:col-start-2">
        {sequel && <p className={`max-w-prose text-lg ${folded}`}>{sequel}</p>}
        {credentials?.activationType === 'offline' && (view === 'issued' || view === 'verified') && (
          <OfflineCodeForm
            key={view}
            activationId={status.id}
            code={view === 'issued' ? 'device-code' : 'signature'}
            credentials={credentials}
            action={codeActions[view]}
            onDigits={() => setHasTyped(true)}
          />
        )}
        {view === 'linked' && status.completion === 'inferred' && status.instanceId !== null && (
          <ConfirmDevice instanceId={status.instanceId} start={deviceStart} action={testLoginAction} />
        )}
        {credentials && (
          <div className={folded}>
            <CannotScan ref={otherWays} credentials={credentials} imageView={imageView} user={user} say={say} />
          </div>
        )}
        {credentials?.activationType === 'online' && <PrintedValues credentials={credentials} user={user} />}
        {credentials && status.expiresAt !== null && (
          <p className="hidden print:block">
            {t('Valid until {time}', { time: new Date(status.expiresAt).toLocaleString(locale()) })}
          </p>
        )}
        {children}
        {credentials && hasHints && !hasTyped && (
          // Last, because they come when something above may just be pressed.
          <div className={folded}>
            <ScanHints onOtherWays={openOtherWays} />
          </div>
        )}
      </div>
      {screen && (
        <div
          className={`hidden justify-self-end lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:block print:hidden ${folded}`}
        >
          <div key={screen} className="relative animate-appear motion-reduce:animate-none">
            {phoneScreens[screen]}
            {screen === 'pin' && status.mosaic !== null && (
              // Drawn as it is on the phone, above the PIN; what it is, is said where the picture is large.
              <div aria-hidden="true" className={ON_THE_DRAWING}>
                <Mosaic bits={status.mosaic} placed={placed} className="size-full" />
              </div>
            )}
          </div>
          <p aria-hidden="true" className="mt-2 text-center text-sm text-ink-soft">
            {t('Your phone shows')}
          </p>
        </div>
      )}
    </div>
  );
}
