'use client';

import { useState, type ComponentProps } from 'react';
import type { PushedLogin } from '@/lib/phone/login/login-steps';
import { LoginFailedScreen } from './login-failed-screen';
import { LoginScreens } from './login-screens';
import { PhoneScreen } from '../phone-screen';
import { useFollowedLink } from '../use-followed-link';

/**
 * What was sent to this phone: looked for among those that wait, and kept from then on, because it waits no longer
 * once it is read.
 * @param requests null until it is known what waits
 */
export function PushedLoginScreens({
  id,
  requests,
  ...rest
}: Omit<ComponentProps<typeof LoginScreens>, 'source'> & { id: string; requests: readonly PushedLogin[] | null }) {
  const [source, setSource] = useState<PushedLogin | null>(null);
  const found = requests?.find((request) => request.id === id);
  if (!source && found) setSource(found);
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
    <PhoneScreen title="One moment" lead="Asking the website who it is." leave={{ name: 'Back', onPress: onLeave }} />
  );
}
