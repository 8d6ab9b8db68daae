'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { UsableAccount } from '@/lib/authenticator-app/account';
import { isUnderWay, SCANNING, type ActivationFlow } from '@/lib/authenticator-app/activation-flow';
import { classifyCode } from '@/lib/authenticator-app/classify-code';
import { GatewayFailure } from '@/lib/authenticator-app/gateway-failure';
import type { ScannedLogin } from '@/lib/authenticator-app/login-steps';
import type { CodeSource } from '@/lib/authenticator-app/judge-image';
import type { ScannedCode } from '@/lib/authenticator-app/scan-code';
import type { Bytes } from '@/lib/shared/bytes';
import { ActivatedScreen } from './activated-screen';
import { BiometricsScreen } from './biometrics-screen';
import { CancelledScreen } from './cancelled-screen';
import { ChoosePinScreen } from './choose-pin-screen';
import { ConfirmPinScreen } from './confirm-pin-screen';
import { ConfirmScreen } from './confirm-screen';
import { ConnectingScreen } from './connecting-screen';
import { CODE_WORDS } from './failure-words';
import { FailedScreen } from './failed-screen';
import { ForgedScreen } from './forged-screen';
import { judge } from './judge';
import { NotificationsScreen } from './notifications-screen';
import type { Phone } from './phone';
import { PhoneScreen } from './phone-screen';
import { ScanScreen } from './scan-screen';
import { StalledScreen } from './stalled-screen';
import { TypingScreen } from './typing-screen';
import { useActivationFlow } from './use-activation-flow';
import { AskToCancelScreen } from './ask-to-cancel-screen';
import { useFollowedLink } from './use-followed-link';

type ActivationScreensProps = {
  phone: Phone;
  /** From a link on this device; null to scan. */
  code: string | null;
  start?: ActivationFlow;
  /** A link to another activation, which waits until this one is left; null for none. */
  followed: string | null;
  /** Whether this phone has an account already, so that it can sign in as well. */
  canSignIn: boolean;
  /** A sign-in page's image has been scanned instead. */
  onLogin: (scanned: ScannedLogin) => void;
  onActivated: (account: UsableAccount, instanceKey: Bytes) => void;
  onLeave: () => void;
  /** The person goes on with this one instead of the link that was followed. */
  onStay: () => void;
};

/** An activation from the scan to its end: one screen for each state of the flow. */
export function ActivationScreens(props: ActivationScreensProps) {
  const { phone, code, start = SCANNING, followed, canSignIn, onLogin, onActivated, onLeave, onStay } = props;
  const [flow, dispatch] = useActivationFlow(phone, start);
  const [isTyping, setIsTyping] = useState(false);
  const [isReadingLink, setIsReadingLink] = useState(code !== null);
  const askToCancel = () => dispatch({ type: 'cancel-asked' });
  const startOver = () => (followed === null ? dispatch({ type: 'started-over' }) : onLeave());

  useFollowedLink(followed, (link) => {
    if (!isUnderWay(flow)) onLeave();
    else if (link === code) onStay();
    else dispatch({ type: 'link-followed' });
  });

  async function read(seen: ScannedCode, source: CodeSource): Promise<void> {
    try {
      const found = classifyCode(seen.text, await phone.gateway());
      if (!found.ok) dispatch({ type: 'code-refused', problem: found.refusal });
      else if (found.value.kind === 'activation') await judge(phone, found.value.scanned, seen, source, dispatch);
      else if (source === 'link') dispatch({ type: 'code-refused', problem: 'login-by-link' });
      else if (canSignIn) onLogin(found.value.scanned);
      else dispatch({ type: 'code-refused', problem: 'no-account' });
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      dispatch({ type: 'code-refused', problem: error.code });
    }
  }

  const readLink = useEffectEvent(
    (text: string) => void read({ text, seal: null }, 'link').finally(() => setIsReadingLink(false)),
  );
  useEffect(() => {
    if (code !== null) readLink(code);
  }, [code]);

  switch (flow.state) {
    case 'scanning': {
      if (isReadingLink) return <PhoneScreen key="link" title="Activation" lead="One moment." back={onLeave} />;
      const problem = flow.problem && CODE_WORDS[flow.problem];
      return isTyping ? (
        <TypingScreen
          key="typing"
          problem={problem}
          onText={(text) => void read({ text, seal: null }, 'typed')}
          onBack={() => setIsTyping(false)}
        />
      ) : (
        <ScanScreen
          key="scanning"
          canSignIn={canSignIn}
          problem={problem}
          onCode={(seen) => void read(seen, 'image')}
          onType={() => setIsTyping(true)}
          // With accounts on the phone it is not known yet that an activation is wanted, so there is none to cancel.
          leave={canSignIn ? { name: 'Back', onPress: onLeave } : { name: 'Cancel', onPress: askToCancel }}
          onBack={onLeave}
        />
      );
    }
    case 'confirming':
      return (
        <ConfirmScreen
          payload={flow.scanned.payload}
          issuer={flow.issuer}
          onConfirm={() => dispatch({ type: 'confirmed' })}
          onCancel={askToCancel}
        />
      );
    case 'connecting':
      return <ConnectingScreen connection={flow.connection.number} onCancel={askToCancel} />;
    case 'choosing-pin':
      return (
        <ChoosePinScreen
          title="Choose a PIN"
          lead="It opens this app, and never leaves your phone."
          leave={{ name: 'Cancel', onPress: askToCancel }}
          policy={flow.linked.licence}
          problem={flow.problem}
          onChosen={(pin) => dispatch({ type: 'pin-chosen', pin })}
        />
      );
    case 'confirming-pin':
      return (
        <ConfirmPinScreen
          title="Confirm your PIN"
          leave={{ name: 'Cancel', onPress: askToCancel }}
          back={() => dispatch({ type: 'pin-reconsidered' })}
          policy={flow.linked.licence}
          submitName="Continue"
          onRepeated={(pin) => dispatch({ type: 'pin-repeated', pin })}
        />
      );
    case 'choosing-biometrics':
      return (
        <BiometricsScreen
          accountName={flow.linked.payload.userId}
          onChosen={(biometrics) => dispatch({ type: 'biometrics-chosen', biometrics })}
          onCancel={askToCancel}
        />
      );
    case 'choosing-notifications':
      return (
        <NotificationsScreen
          onChosen={(wantsNotifications) => dispatch({ type: 'notifications-chosen', wantsNotifications })}
          onCancel={askToCancel}
        />
      );
    case 'activating':
      return <PhoneScreen key="activating" title="Finishing the activation" lead="One moment." />;
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
      return <ForgedScreen forgery={flow.forgery} report={flow.report} onClose={onLeave} />;
    case 'activated':
      return <ActivatedScreen account={flow.account} onDone={() => onActivated(flow.account, flow.instanceKey)} />;
  }
}
