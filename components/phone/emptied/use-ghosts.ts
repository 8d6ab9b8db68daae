import { useEffect, useState } from 'react';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { fetchGhosts, lockGhost, type Ghost } from '@/lib/phone/marks/ghosts';
import { Unmarking } from '@/lib/phone/marks/unmarking';
import { perform } from '../perform';

export type GhostState = 'works' | 'locking' | 'locked' | 'not-heard';

export type Ghosts = {
  ghosts: readonly Ghost[];
  stateOf: (id: string) => GhostState;
  lock: (id: string) => void;
};

/** Devices that this browser has deleted. Without an answer nothing is said of any. */
export function useGhosts(): Ghosts {
  const [ghosts, setGhosts] = useState<readonly Ghost[]>([]);
  const [states, setStates] = useState<ReadonlyMap<string, GhostState>>(new Map());

  useEffect(() => {
    let isGone = false;
    async function ask(): Promise<void> {
      const { origin } = window.location;
      // What was removed here is not lost, and the site may not have heard of it yet.
      if (!(await new Unmarking(origin, localStorage).tell())) return;
      const found = await fetchGhosts(origin);
      if (!isGone) setGhosts(found);
    }
    ask().catch((error: unknown) => {
      if (!(error instanceof GatewayFailure)) throw error;
    });
    return () => {
      isGone = true;
    };
  }, []);

  function show(id: string, state: GhostState): void {
    setStates((before) => new Map(before).set(id, state));
  }

  async function lock(id: string): Promise<void> {
    show(id, 'locking');
    try {
      show(id, (await lockGhost(window.location.origin, id)) ? 'locked' : 'not-heard');
    } catch (error) {
      if (!(error instanceof GatewayFailure)) throw error;
      show(id, 'not-heard');
    }
  }

  return { ghosts, stateOf: (id) => states.get(id) ?? 'works', lock: (id) => perform(lock(id)) };
}
