import { useEffect, useEffectEvent, useState } from 'react';
import { SECOND } from '@/lib/shared/time/duration';

/**
 * Whole seconds until a moment, by the phone's clock, never below 0.
 * @param until in milliseconds since 1970
 * @param onOver called once the moment has come
 */
export function useCountdown(until: number, onOver: () => void): number {
  const [secondsLeft, setSecondsLeft] = useState(() => secondsUntil(until));
  const tellOver = useEffectEvent(onOver);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      setSecondsLeft(secondsUntil(until));
      const left = until - Date.now();
      if (left > 0) timer = setTimeout(tick, left % SECOND || SECOND);
      else tellOver();
    };
    tick();
    return () => clearTimeout(timer);
  }, [until]);
  return secondsLeft;
}

function secondsUntil(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / SECOND));
}
