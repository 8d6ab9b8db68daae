import { useEffect } from 'react';
import type { ScreenEnvironment } from './keep-screen-on';
import { whenIdle } from './when-idle';

/**
 * Keeps the screen from going dark, which it would not do within the first seconds: the script comes after everything else.
 * @param isNeeded as long as the screen should not go dark by itself
 */
export function useScreenKeptOn(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    let isOver = false;
    let letGo: (() => void) | null = null;
    async function keepOn(): Promise<void> {
      const { keepScreenOn } = await import('./keep-screen-on');
      if (!isOver) letGo = keepScreenOn(browserScreen());
    }
    // Without a network it goes dark as it does without us.
    const callOff = whenIdle(() => void keepOn().catch(() => undefined));
    return () => {
      isOver = true;
      callOff();
      letGo?.();
    };
  }, [isNeeded]);
}

function browserScreen(): ScreenEnvironment {
  return {
    wakeLock: (navigator as { wakeLock?: WakeLock }).wakeLock ?? null,
    isVisible: () => !document.hidden,
    onReturnOrLeave: (listener) => {
      document.addEventListener('visibilitychange', listener);
      return () => document.removeEventListener('visibilitychange', listener);
    },
  };
}
