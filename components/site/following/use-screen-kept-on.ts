import { useEffect } from 'react';
import { keepScreenOn, type ScreenEnvironment } from './keep-screen-on';

/** @param isNeeded as long as the screen should not go dark by itself */
export function useScreenKeptOn(isNeeded: boolean): void {
  useEffect(() => (isNeeded ? keepScreenOn(browserScreen()) : undefined), [isNeeded]);
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
