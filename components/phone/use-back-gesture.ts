import { useEffect, useEffectEvent } from 'react';
import { addMarkedEntry, isOnLink, isOnMarkedEntry } from './app-history';

/** What the browser's back does on a screen. */
export type BackGesture = (() => void) | 'stays' | 'leaves-app';

/** Set while the hook itself goes back to drop the marked entry; `popstate` does not tell it from the user's back. */
let isTakingOff = false;

/**
 * Handles the browser's back, button or gesture, for a screen. The entry that it used up is added again at once, so that the
 * next one is handled too. Browsers skip entries of pages without a user gesture, but by then nothing has been sent.
 * @param back null leaves the history alone
 */
export function useBackGesture(back: BackGesture | null): void {
  const goBack = useEffectEvent(() => {
    if (typeof back === 'function') back();
  });
  const needsEntry = back === null ? null : back !== 'leaves-app';

  useEffect(() => {
    if (needsEntry === null) return undefined;
    const settle = () => {
      if (isTakingOff || isOnMarkedEntry() === needsEntry) return;
      if (needsEntry) return addMarkedEntry();
      isTakingOff = true;
      window.history.back();
    };
    const hear = () => {
      const isOwn = isTakingOff;
      isTakingOff = false;
      // A followed link fires `popstate` as well.
      if (isOnLink()) return;
      if (!isOwn) goBack();
      settle();
    };
    window.addEventListener('popstate', hear);
    settle();
    return () => window.removeEventListener('popstate', hear);
  }, [needsEntry]);
}
