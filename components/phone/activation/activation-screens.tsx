'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { UsableAccount } from '@/lib/phone/accounts/account';
import { isUnderWay, SCANNING, type ActivationFlow } from '@/lib/phone/activation/activation-states';
import type { ScannedLogin } from '@/lib/phone/login/login-steps';
import type { CodeSource } from '@/lib/phone/site/judge-image';
import type { OfflineStart } from '@/lib/phone/offline/offline-flow';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import type { Bytes } from '@/lib/shared/bytes';
import { useScreenKeptOn } from '@/components/site/following/use-screen-kept-on';
import { ActivatedScreen } from './activated-screen';
import { CancelledScreen } from './cancelled-screen';
import { ConfirmScreen } from './confirm-screen';
import { ConnectingScreen } from './connecting-screen';
import { CODE_WORDS } from './failure-words';
import { FailedScreen } from './failed-screen';
import { ForgedScreen } from './forged-screen';
import type { Phone } from '../phone';
import { LoadedScreens } from '../loaded-screens';
import { PhoneScreen } from '../phone-screen';
import { PinScreens } from '../pin/pin-screens';
import { readCode } from '../scanning/read-code';
import { ScanScreen } from '../scanning/scan-screen';
import { StalledScreen } from './stalled-screen';
import { separateTicket } from '@/lib/shared/codes/app-link';
import { useActivationFlow } from './use-activation-flow';
import { AskToCancelScreen } from './ask-to-cancel-screen';
import { useFollowedLink } from '../use-followed-link';
import { t } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';
import { perform } from '../perform';

type ActivationScreensProps = {
  phone: Phone;
  /** From a link; null to scan. */
  code: string | null;
  start?: ActivationFlow;
  /** A link to another activation, which waits for the end of this one; null for none. */
  followed: string | null;
  /** Whether this phone has an account to sign in with. */
  canSignIn: boolean;
  /** A sign-in image was scanned instead. */
  onLogin: (scanned: ScannedLogin) => void;
  /** The first image of an offline activation was scanned instead. */
  onOffline: (start: OfflineStart) => void;
  /** `instanceKey` is null after a reload. */
  onActivated: (account: UsableAccount, instanceKey: Bytes | null) => void;
  onLeave: () => void;
  /** The user keeps this activation and drops the followed link. */
  onStay: () => void;
};

/** Loaded on demand, because most people scan. */
const loadTypingScreen = () => import('../scanning/typing-screen');

/** Before the activation begins, so that it never waits for a script that a newer website lacks. */
const loadActivation = () => import('./run-activation');

const SCAN_TITLES = { anything: 'Scan the image', activation: 'Scan the activation image' } as const;

/** @param site `id.example.org` */
function scanLead(kind: keyof typeof SCAN_TITLES, site: string): string {
  return kind === 'anything'
    ? t('Point the camera at the image that {site} shows, to sign in or to activate another account.', { site })
    : t('On a computer, sign in to {site}, choose “Activate a device”, and point the camera at the image.', { site });
}

/** An activation, one screen for each state of the flow. */
export function ActivationScreens(props: ActivationScreensProps) {
  const {
    phone,
    code,
    start = SCANNING,
    followed,
    canSignIn,
    onLogin,
    onOffline,
    onActivated,
    onLeave,
    onStay,
  } = props;
  const [flow, dispatch] = useActivationFlow(phone, start);
  const [isTyping, setIsTyping] = useState(false);
  const [isReadingLink, setIsReadingLink] = useState(code !== null);
  const askToCancel = () => dispatch({ type: 'cancel-asked' });
  const startOver = () => (followed === null ? dispatch({ type: 'started-over' }) : onLeave());

  useScreenKeptOn(isUnderWay(flow));
  useFollowedLink(followed, (link) => {
    if (!isUnderWay(flow)) onLeave();
    else if (code !== null && separateTicket(link).payload === separateTicket(code).payload) onStay();
    else dispatch({ type: 'link-followed' });
  });

  const codeReading = { phone, dispatch, canSignIn, onLogin, onOffline };
  const read = (scan: ScannedCode, source: CodeSource) => readCode(codeReading, scan, source);

  const readLink = useEffectEvent((text: string) => {
    const { payload, ticket } = separateTicket(text);
    const reading = readCode(codeReading, { text: payload, signature: null }, 'link', ticket);
    inBackground(reading.finally(() => setIsReadingLink(false)));
  });
  useEffect(() => {
    if (code !== null) readLink(code);
  }, [code]);

  switch (flow.state) {
    case 'scanning': {
      if (isReadingLink)
        return <PhoneScreen key="link" title={t('Activation')} lead={t('One moment.')} back={onLeave} />;
      const problem = flow.problem && t(CODE_WORDS[flow.problem]);
      const kind = canSignIn ? 'anything' : 'activation';
      return isTyping ? (
        <LoadedScreens key="typing" load={loadTypingScreen} onClose={() => setIsTyping(false)}>
          {({ TypingScreen }) => (
            <TypingScreen
              problem={problem}
              onText={(text) => perform(read({ text, signature: null }, 'typed'))}
              onBack={() => setIsTyping(false)}
            />
          )}
        </LoadedScreens>
      ) : (
        <ScanScreen
          key="scanning"
          title={t(SCAN_TITLES[kind])}
          lead={scanLead(kind, window.location.host)}
          problem={problem}
          onCode={(scan) => perform(read(scan, 'image'))}
          onType={() => setIsTyping(true)}
          // A phone with accounts may be about to sign in, so there is no activation to cancel yet.
          leave={canSignIn ? { name: 'back', onPress: onLeave } : { name: 'cancel', onPress: askToCancel }}
          onBack={onLeave}
        />
      );
    }
    case 'confirming':
      return (
        <LoadedScreens key="confirming" load={loadActivation} onClose={onLeave}>
          {() => (
            <ConfirmScreen
              owner={flow.scanned.payload}
              issuer={flow.issuer}
              onConfirm={() => dispatch({ type: 'confirmed' })}
              onCancel={askToCancel}
            />
          )}
        </LoadedScreens>
      );
    case 'connecting':
      return <ConnectingScreen connection={flow.connection.number} onCancel={askToCancel} />;
    case 'choosing-pin':
    case 'choosing-biometrics':
      return (
        <PinScreens
          step={flow}
          accountName={flow.linked.payload.userId}
          mosaic={flow.linked.mosaic}
          onEvent={dispatch}
          onCancel={askToCancel}
        />
      );
    case 'preparing':
    case 'activating':
      return <PhoneScreen key="activating" title={t('Finishing the activation')} lead={t('One moment.')} />;
    case 'stalled':
      return (
        <StalledScreen
          failure={flow.failure}
          onTryAgain={() => dispatch({ type: 'tried-again' })}
          onStartOver={startOver}
          onCancel={askToCancel}
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
      return <CancelledScreen withdrawal={flow.withdrawal} hasLink={followed !== null} onClose={onLeave} />;
    case 'failed':
      return <FailedScreen failure={flow.failure} onStartOver={startOver} onClose={onLeave} />;
    case 'forged':
      return <ForgedScreen {...flow} onClose={onLeave} />;
    case 'activated':
      return (
        <ActivatedScreen
          account={flow.account}
          mosaic={flow.mosaic}
          websitePath={code === null ? null : websitePathOf(code)}
          onDone={() => onActivated(flow.account, flow.instanceKey)}
        />
      );
  }
}

/** Where on the website the link was; null where another device's screen shows the page. */
function websitePathOf(link: string): string | null {
  const { ticket } = separateTicket(link);
  return ticket && `/activations/${ticket.activationId}`;
}
