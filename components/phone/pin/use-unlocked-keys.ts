import { useCallback, useEffect, useState } from 'react';
import type { Bytes } from '@/lib/shared/bytes';

/** In milliseconds: how long the app may be hidden before it asks for the PIN again. */
const HIDDEN_LIMIT = 60_000;

export type UnlockedKeys = {
  keys: ReadonlyMap<string, Bytes>;
  unlock: (instanceId: string, instanceKey: Bytes) => void;
  lock: (instanceId: string) => void;
};

/**
 * Holds unlocked instance keys in memory. Drops them when the app has been hidden for a minute; browsers may stop the timers
 * of a hidden page, so this checks on its return as well.
 */
export function useUnlockedKeys(): UnlockedKeys {
  const [keys, setKeys] = useState<ReadonlyMap<string, Bytes>>(new Map());

  useEffect(() => {
    let hiddenAt: number | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const lockAll = () => setKeys(new Map());
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) {
        hiddenAt = Date.now();
        timer = setTimeout(lockAll, HIDDEN_LIMIT);
      } else if (hiddenAt !== null) {
        if (Date.now() - hiddenAt >= HIDDEN_LIMIT) lockAll();
        hiddenAt = null;
      }
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);

  const unlock = useCallback((instanceId: string, instanceKey: Bytes) => {
    setKeys((unlocked) => new Map(unlocked).set(instanceId, instanceKey));
  }, []);
  const lock = useCallback((instanceId: string) => {
    setKeys((unlocked) => new Map([...unlocked].filter(([id]) => id !== instanceId)));
  }, []);
  return { keys, unlock, lock };
}
