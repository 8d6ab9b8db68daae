'use client';

import type { UsableAccount } from '@/lib/phone/accounts/account';
import { isOfflineOver, type OfflineStart } from '@/lib/phone/offline/offline-flow';
import type { Begun } from '@/lib/phone/offline/offline-steps';
import { openSecondImage, type SecondImageRefusal } from '@/lib/phone/offline/offline-images';
import { pinSite } from '@/lib/phone/site/pin-site';
import type { Bytes } from '@/lib/shared/bytes';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { activationNames } from '@/lib/shared/names/activation-names';
import { useScreenKeptOn } from '@/components/site/following/use-screen-kept-on';
import { AskToCancelScreen } from '../activation/ask-to-cancel-screen';
import { ConfirmScreen } from '../activation/confirm-screen';
import { FailedScreen } from '../activation/failed-screen';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { PinScreens } from '../pin/pin-screens';
import { ScanScreen } from '../scanning/scan-screen';
import { TypedCodeScreen } from '../scanning/typed-code-screen';
import { useFollowedLink } from '../use-followed-link';
import { useOfflineFlow } from './use-offline-flow';
import { t, type Message } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';
import { perform } from '../perform';

/** What is wrong with a second image, while the camera keeps scanning. */
const SECOND_IMAGE_WORDS = {
  'no-second-image': 'This isn’t the second image. The website shows it after you enter the device code.',
  'malformed-second-image': 'This image is damaged or incomplete. Point the camera at the whole image on the website.',
  'still-first-image': 'This is the first image again. Type the device code on the website to see the second one.',
  'other-activation':
    'This image belongs to another activation. Scan the one on the page where you typed the device code.',
  'not-for-this-phone':
    'This image doesn’t match this phone’s device code. Go back and compare what you typed on the website. If it’s the same, cancel here and there and start again.',
} as const satisfies Record<SecondImageRefusal, Message>;

type OfflineScreensProps = {
  phone: Phone;
  start: OfflineStart;
  /** A link to another activation, which waits for the end of this one; null for none. */
  followed: string | null;
  /** The website has taken the signature. Null after a reload. */
  onActivated: (stored: { account: UsableAccount; instanceKey: Bytes } | null) => void;
  onStartOver: () => void;
  onLeave: () => void;
  /** The user keeps this activation and drops the followed link. */
  onStay: () => void;
};

/** An offline activation, one screen for each state of the flow. */
export function OfflineScreens(props: OfflineScreensProps) {
  const { phone, start, followed, onActivated, onStartOver, onLeave, onStay } = props;
  const [flow, dispatch] = useOfflineFlow(phone, start);
  const askToCancel = () => dispatch({ type: 'cancel-asked' });

  useScreenKeptOn(!isOfflineOver(flow));
  useFollowedLink(followed, () => (isOfflineOver(flow) ? onLeave() : dispatch({ type: 'link-followed' })));

  async function readSecond(pending: Begun, text: string): Promise<void> {
    const result = await openSecondImage(pending, text);
    if (result.ok) dispatch({ type: 'second-image-opened', linked: result.value });
    else dispatch({ type: 'second-image-refused', problem: result.refusal });
  }

  async function finish(stored: Parameters<typeof onActivated>[0]): Promise<void> {
    await phone.offline.erase();
    // Not awaited: without a network the next start of the app pins the site.
    inBackground(pinSite({ origin: window.location.origin, pins: phone.pins }));
    onActivated(stored);
  }

  switch (flow.state) {
    case 'confirming':
      return (
        <ConfirmScreen
          owner={flow.message}
          serialNumber={flow.message.licence.serialNumber}
          issuer={flow.issuer}
          onConfirm={() => dispatch({ type: 'confirmed' })}
          onCancel={askToCancel}
        />
      );
    case 'beginning':
    case 'storing':
    case 'removing':
      return <PhoneScreen key="working" title={t('One moment')} />;
    case 'showing-device-code':
      return (
        <TypedCodeScreen
          key="device-code"
          lead={t('This phone needs no network. The website then shows a second image.')}
          label={t(activationNames.deviceCode)}
          code={flow.begun.deviceCode}
          registrationIdentifier={flow.begun.registrationIdentifier}
          leave={{ name: 'cancel', onPress: askToCancel }}
          actions={
            <Button variant="primary" onClick={() => dispatch({ type: 'second-image-wanted' })}>
              {t(phoneAppNames.scanSecondImage)}
            </Button>
          }
        />
      );
    case 'scanning-second':
      return (
        <ScanScreen
          key="second-image"
          title={t(phoneAppNames.scanSecondImage)}
          lead={t('The website shows it after you enter the device code.')}
          problem={flow.problem && t(SECOND_IMAGE_WORDS[flow.problem])}
          onCode={({ text }) => perform(readSecond(flow.begun, text))}
          leave={{ name: 'back', onPress: () => dispatch({ type: 'second-image-put-off' }) }}
          onBack={() => dispatch({ type: 'second-image-put-off' })}
        />
      );
    case 'choosing-pin':
    case 'choosing-biometrics':
      return <PinScreens step={flow} accountName={flow.linked.userId} onEvent={dispatch} onCancel={askToCancel} />;
    case 'showing-signature':
      return (
        <TypedCodeScreen
          key="signature"
          lead={t('The activation is complete when the website says so.')}
          label={t(activationNames.signature)}
          code={flow.signed.signature}
          registrationIdentifier={flow.signed.registrationIdentifier}
          actions={
            <>
              <Button variant="primary" onClick={() => perform(finish(flow.linked))}>
                {t(phoneAppNames.websiteSaysActivated)}
              </Button>
              <Button onClick={() => dispatch({ type: 'refusal-reported' })}>{t(phoneAppNames.didNotWork)}</Button>
            </>
          }
        />
      );
    case 'asking-to-remove':
      return (
        <PhoneScreen
          title={t('Remove the account?')}
          lead={t(
            'Compare the digits and the check letter first. You can type them again on the website. If the website didn’t accept the signature, this account’s one-time passwords don’t work.',
          )}
          back={() => dispatch({ type: 'removal-declined' })}
          actions={
            <>
              <Button variant="danger" onClick={() => dispatch({ type: 'removal-confirmed' })}>
                {t(phoneAppNames.confirmRemove)}
              </Button>
              <Button onClick={() => dispatch({ type: 'removal-declined' })}>
                {t(phoneAppNames.showSignatureAgain)}
              </Button>
            </>
          }
        />
      );
    case 'asking-to-cancel':
      return (
        <AskToCancelScreen
          because={flow.because}
          onConfirm={() => dispatch({ type: 'cancel-confirmed' })}
          onDecline={() => {
            dispatch({ type: 'cancel-declined' });
            onStay();
          }}
        />
      );
    case 'cancelled':
    case 'removed':
      return (
        <PhoneScreen
          key={flow.state}
          title={flow.state === 'cancelled' ? t('Activation cancelled') : t('Account removed')}
          lead={t(
            'Nothing is saved on this phone. Cancel the activation on the website as well. If this phone is listed under “Your devices”, remove it there.',
          )}
          back={onLeave}
          actions={
            <Button variant="primary" onClick={onLeave}>
              {followed === null ? t(phoneAppNames.done) : t(phoneAppNames.continueWithOther)}
            </Button>
          }
        />
      );
    case 'failed':
      return <FailedScreen failure={flow.failure} onStartOver={onStartOver} onClose={onLeave} />;
  }
}
