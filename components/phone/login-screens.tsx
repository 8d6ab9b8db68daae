'use client';

import type { Account } from '@/lib/authenticator-app/account';
import { startLogin } from '@/lib/authenticator-app/login-flow';
import type { ScannedLogin } from '@/lib/authenticator-app/login-steps';
import { ChooseAccountScreen } from './choose-account-screen';
import { LoginAnsweredScreen } from './login-answered-screen';
import { LoginFailedScreen } from './login-failed-screen';
import { LoginRequestScreen } from './login-request-screen';
import type { Phone } from './phone';
import { PhoneScreen } from './phone-screen';
import { StalledScreen } from './stalled-screen';
import { UnlockScreen } from './unlock-screen';
import { usableAccounts } from './usable-accounts';
import { useLoginFlow } from './use-login-flow';
import type { UnlockedKeys } from './use-unlocked-keys';

type LoginScreensProps = {
  phone: Phone;
  /** At least one of them usable. */
  accounts: readonly Account[];
  scanned: ScannedLogin;
  unlocked: UnlockedKeys;
  onScanAgain: () => void;
  onLeave: () => void;
};

/** A sign-in from the read image to its end: one screen for each state of the flow. */
export function LoginScreens({ phone, accounts, scanned, unlocked, onScanAgain, onLeave }: LoginScreensProps) {
  const [flow, dispatch] = useLoginFlow(phone, () => startLogin(scanned, usableAccounts(accounts), unlocked.keys));

  switch (flow.state) {
    case 'choosing-account':
      return (
        <ChooseAccountScreen
          accounts={flow.accounts}
          onChosen={(account) => {
            const instanceKey = unlocked.keys.get(account.instanceId) ?? null;
            dispatch({ type: 'account-chosen', account, instanceKey });
          }}
          onCancel={onLeave}
        />
      );
    case 'unlocking':
      return (
        <UnlockScreen
          phone={phone}
          account={flow.account}
          lead="It opens the sign-in that you have scanned."
          allowsBiometrics
          onOpened={(instanceKey) => dispatch({ type: 'opened', instanceKey })}
          onLost={onLeave}
          onBack={onLeave}
        />
      );
    case 'fetching':
      return <PhoneScreen key="fetching" title="Sign-in" lead="Asking the website who it is. One moment." />;
    case 'deciding':
      return (
        <LoginRequestScreen
          request={flow.login.request}
          answerUntil={flow.answerUntil}
          onAnswer={(answer) => dispatch({ type: 'answer-given', answer })}
          onTimeOver={() => dispatch({ type: 'time-over' })}
        />
      );
    case 'answering':
      return <PhoneScreen key="answering" title="Telling the website" lead="One moment." />;
    case 'stalled':
      return (
        <StalledScreen
          failure={flow.failure}
          onTryAgain={() => dispatch({ type: 'tried-again' })}
          onStartOver={onScanAgain}
          onCancel={onLeave}
        />
      );
    case 'answered':
      return <LoginAnsweredScreen answer={flow.answer} request={flow.login.request} onDone={onLeave} />;
    case 'failed':
      return <LoginFailedScreen failure={flow.failure} onScanAgain={onScanAgain} onClose={onLeave} />;
  }
}
