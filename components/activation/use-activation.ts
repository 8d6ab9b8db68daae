'use client';

import { useEffect, useState } from 'react';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { browserEnvironment } from '@/components/following/browser-environment';
import { firstActivationFollowing, followActivation, type ActivationFollowing } from './follow-activation';

/** The activation as it is now, starting from what the server rendered. */
export function useActivation(initial: ActivationStatus): ActivationFollowing {
  const [following, setFollowing] = useState(() => firstActivationFollowing(initial));

  useEffect(() => followActivation(initial, browserEnvironment, setFollowing), [initial]);

  // Either may be ahead: the page rendered anew by the server, or what was heard since.
  return following.status.version < initial.version ? firstActivationFollowing(initial) : following;
}
