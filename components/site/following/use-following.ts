'use client';

import { useEffect, useState } from 'react';
import { browserEnvironment } from './browser-environment';
import { firstFollowing, followStatus, type Following } from './follow-status';
import type { FollowedKind, FollowedStatus } from './followed-kind';

/**
 * Follows a resource, starting from the status that the server rendered.
 * @param kind must keep its identity between renders
 */
export function useFollowing<Status extends FollowedStatus, Refusal extends string>(
  kind: FollowedKind<Status, Refusal>,
  initial: Status,
): Following<Status, Refusal> {
  const [following, setFollowing] = useState(() => firstFollowing(kind, initial));

  useEffect(() => followStatus(kind, initial, browserEnvironment, setFollowing), [kind, initial]);

  // Either may be newer: the server has rendered the page again, or a poll has brought a change since.
  return following.status.version < initial.version ? firstFollowing(kind, initial) : following;
}
