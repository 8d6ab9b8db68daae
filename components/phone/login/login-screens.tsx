'use client';

import { useState } from 'react';
import type { Account, UsableAccount } from '@/lib/phone/accounts/account';
import { isLoginUnderWay, startLogin } from '@/lib/phone/login/login-flow';
import type { LoginSource } from '@/lib/phone/login/login-steps';
import { useScreenKeptOn } from '@/components/site/following/use-screen-kept-on';
import { ChooseAccountScreen } from '../accounts/choose-account-screen';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { ReturnToPage } from './return-to-page';
import { FreezeScreen } from '../freeze/freeze-screen';
import { AgentWords } from './agent-words';
import { LoginAnsweredScreen } from './login-answered-screen';
import { LoginFailedScreen } from './login-failed-screen';
import { LoginRequestScreen } from './login-request-screen';
import type { Phone } from '../phone';
import { PhoneScreen } from '../phone-screen';
import { StalledScreen } from '../activation/stalled-screen';
import { UnlockScreen } from '../pin/unlock-screen';
import { usableAccount, usableAccounts } from '../accounts/use-accounts';
import { useFollowedLink } from '../use-followed-link';
import { useLoginFlow } from './use-login-flow';
import type { UnlockedKeys } from '../pin/use-unlocked-keys';
import { t } from '@/lib/shared/language/t';
import { perform } from '../perform';

type LoginScreensProps = {
  phone: Phone;
  /** At least one can answer. */
  accounts: readonly Account[];
  source: LoginSource;
  unlocked: UnlockedKeys;
  /** A link to an activation, which waits for the end of the login; null for none. */
  followed: string | null;
  onScanAgain: () => void;
  onLeave: () => void;
};

/** A sign-in or a caller check, one screen for each state of the flow. */
export function LoginScreens(props: LoginScreensProps) {
  const { phone, accounts, source, unlocked, followed, onScanAgain, onLeave } = props;
  const { way } = source;
  const isSheet = way === 'push';
  const [flow, dispatch] = useLoginFlow(phone, () => startLogin(source, answering(accounts, source), unlocked.keys));
  const [isFreezing, setIsFreezing] = useState(false);
  useScreenKeptOn(isLoginUnderWay(flow));
  useFollowedLink(followed, () => {
    if (!isLoginUnderWay(flow)) onLeave();
  });

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
          lead={unlockWords(source)}
          {...(way === 'link' && {
            does: {
              title: t('Sign in as {userId}?', { userId: flow.account.userId }),
              submit: t(phoneAppNames.signIn),
            },
          })}
          allowsBiometrics
          onOpened={(instanceKey) => dispatch({ type: 'opened', instanceKey })}
          onLost={onLeave}
          onBack={onLeave}
        />
      );
    case 'fetching':
      return <PhoneScreen key="fetching" title={t('One moment')} lead={t('Getting the details from the website.')} />;
    case 'deciding':
      return (
        <LoginRequestScreen
          request={flow.login.request}
          agentWords={<AgentWords login={flow.login} />}
          isSheet={isSheet}
          issuer={source.way === 'scan' && source.issuer ? source.issuer : null}
          answerUntil={flow.answerUntil}
          onAnswer={(answer) => dispatch({ type: 'answer-given', answer })}
          onTimeOver={() => dispatch({ type: 'time-over' })}
        />
      );
    case 'answering':
      return (
        <PhoneScreen
          key="answering"
          title={t('Telling the website')}
          lead={t('One moment.')}
          sheet={isSheet ? 'stays' : undefined}
        />
      );
    case 'stalled':
      return (
        <StalledScreen
          failure={flow.failure}
          onTryAgain={() => dispatch({ type: 'tried-again' })}
          onStartOver={way === 'scan' ? onScanAgain : onLeave}
          onCancel={onLeave}
        />
      );
    case 'answered':
      if (way === 'link') return <ReturnToPage login={flow.login} />;
      return isFreezing ? (
        <FreezeScreen
          phone={phone}
          device={flow.login.device}
          onFrozen={() => {
            const { instanceId } = flow.login.device;
            unlocked.lock(instanceId);
            perform(phone.store.change(instanceId, { isFrozen: true }).then(onLeave));
          }}
          onClose={() => setIsFreezing(false)}
        />
      ) : (
        <LoginAnsweredScreen
          answer={flow.answer}
          request={flow.login.request}
          isSheet={isSheet}
          onFreeze={() => setIsFreezing(true)}
          onDone={onLeave}
        />
      );
    case 'failed':
      return (
        <LoginFailedScreen
          failure={flow.failure}
          purpose={flow.purpose}
          way={way}
          onScanAgain={onScanAgain}
          onClose={onLeave}
        />
      );
  }
}

/** Those of the person whom the sign-in page has named, or all: what a link says of them is not signed. */
function accountsNamed(accounts: readonly Account[], userId: string): UsableAccount[] {
  const usable = usableAccounts(accounts);
  const named = usable.filter((account) => account.userId === userId);
  return named.length > 0 ? named : usable;
}

function unlockWords({ way }: LoginSource): string {
  switch (way) {
    case 'scan':
      return t('Enter your PIN to see the sign-in you scanned.');
    case 'push':
      return t('Enter your PIN to see the request.');
    case 'link':
      return t('You started this at {site} in this browser. Enter your PIN to sign in there.', {
        site: window.location.host,
      });
  }
}

/** Any account may answer an image; only the addressed one may answer a push. */
function answering(accounts: readonly Account[], source: LoginSource): UsableAccount[] {
  if (source.way === 'link') return accountsNamed(accounts, source.userId);
  if (source.way === 'scan') return usableAccounts(accounts);
  const account = usableAccount(accounts, source.instanceId);
  return account ? [account] : [];
}
