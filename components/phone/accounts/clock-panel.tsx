'use client';

import { useEffect, useState } from 'react';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import { Card } from '@/components/ui/card';
import { clockWords } from './clock-words';
import type { Phone } from '../phone';

/** How far this phone's clock is off, because one-time passwords depend on it. */
export function ClockPanel({ phone }: { phone: Phone }) {
  const [drift, setDrift] = useState<number | 'asking' | 'unknown'>('asking');
  useEffect(() => {
    let isGone = false;
    const show = (measured: number | 'unknown') => {
      if (!isGone) setDrift(measured);
    };
    phone
      .gateway()
      .then((gateway) => measureClockDrift(gateway, Date.now))
      .then(show, () => show('unknown'));
    return () => {
      isGone = true;
    };
  }, [phone]);

  return (
    <Card>
      <h2 className="text-lg font-semibold">Clock</h2>
      <p role="status" className="mt-2 text-ink-soft">
        {clockWords(drift)}
      </p>
    </Card>
  );
}
