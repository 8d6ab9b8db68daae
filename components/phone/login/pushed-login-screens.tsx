'use client';

import { useState, type ComponentProps } from 'react';
import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { LoginFailedScreen } from './login-failed-screen';
import { LoginScreens } from './login-screens';
import { PhoneScreen } from '../phone-screen';
import { useFollowedLink } from '../use-followed-link';
import { t } from '@/lib/shared/language/t';

/**
 * A pushed login. The request is found among the waiting ones and then kept, because it stops waiting once it is read.
 * @param requests null until the first poll
 */
export function PushedLoginScreens({
  id,
  requests,
  ...rest
}: Omit<ComponentProps<typeof LoginScreens>, 'source'> & { id: string; requests: readonly PushedLogin[] | null }) {
  const [source, setSource] = useState<PushedLogin | null>(null);
  const pushedLogin = requests?.find((request) => request.id === id);
  if (!source && pushedLogin) setSource(pushedLogin);
  const { followed, onScanAgain, onLeave } = rest;
  useFollowedLink(followed, () => {
    if (!source) onLeave();
  });
  if (source) return <LoginScreens {...rest} source={source} />;
  return requests ? (
    <LoginFailedScreen
      failure="login-not-found"
      purpose={null}
      way="push"
      onScanAgain={onScanAgain}
      onClose={onLeave}
    />
  ) : (
    <PhoneScreen
      title={t('One moment')}
      lead={t('Getting the details from the website.')}
      leave={{ name: 'back', onPress: onLeave }}
    />
  );
}
