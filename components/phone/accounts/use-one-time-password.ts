import { useEffect, useState } from 'react';
import { oneTimePasswordAt, type CurrentOneTimePassword } from '@/lib/phone/accounts/one-time-password-at';
import type { Bytes } from '@/lib/shared/bytes';

/** In milliseconds; the screen never shows a password that has just run out for longer. */
const INTERVAL = 250;

/** The one-time password of the moment; null until the first one is computed. */
export function useOneTimePassword(instanceKey: Bytes): CurrentOneTimePassword | null {
  const [current, setCurrent] = useState<CurrentOneTimePassword | null>(null);
  useEffect(() => {
    let isGone = false;
    const update = async () => {
      const next = await oneTimePasswordAt(instanceKey, new Date());
      if (isGone) return;
      setCurrent((shown) =>
        shown?.oneTimePassword === next.oneTimePassword && shown.secondsLeft === next.secondsLeft ? shown : next,
      );
    };
    void update();
    const timer = setInterval(() => void update(), INTERVAL);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [instanceKey]);
  return current;
}
