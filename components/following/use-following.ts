'use client';

import { useEffect, useState } from 'react';
import { browserEnvironment } from './browser-environment';
import { firstFollowing, followStatus, type Following } from './follow-status';
import type { FollowedKind, FollowedStatus } from './followed-kind';

/**
 * The thing as it is now, starting from what the server rendered.
 * @param kind always the same one
 */
export function useFollowing<Status extends FollowedStatus, Refusal extends string>(
  kind: FollowedKind<Status, Refusal>,
  initial: Status,
): Following<Status, Refusal> {
  const [following, setFollowing] = useState(() => firstFollowing(kind, initial));

  useEffect(() => followStatus(kind, initial, browserEnvironment, setFollowing), [kind, initial]);

  // Either may be ahead: the page rendered anew by the server, or what was heard since.
  return following.status.version < initial.version ? firstFollowing(kind, initial) : following;
}
