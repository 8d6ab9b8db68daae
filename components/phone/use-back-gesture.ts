import { useEffect, useEffectEvent } from 'react';
import { addMarkedEntry, isOnLink, isOnMarkedEntry } from './app-history';

/** What the browser's back does on a screen: something, nothing, or what it does everywhere. */
export type BackGesture = (() => void) | 'stays' | 'leaves-app';

/** While the marked entry is being taken off, which is heard like the person's own going back. */
let isTakingOff = false;

/**
 * Lets the browser's back, as a button or a gesture, do what the screen says. The entry that it has used up is put back at
 * once, so that the next one is heard too. Browsers ignore entries of pages that nobody has touched yet; nothing has been
 * sent by then.
 * @param back null to leave the history alone
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
      // Following a link is heard like going back, too.
      if (isOnLink()) return;
      if (!isOwn) goBack();
      settle();
    };
    window.addEventListener('popstate', hear);
    settle();
    return () => window.removeEventListener('popstate', hear);
  }, [needsEntry]);
}
