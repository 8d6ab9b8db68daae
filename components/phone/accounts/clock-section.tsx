'use client';

import { useEffect, useState } from 'react';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import type { Phone } from '../phone';
import { clockWords } from './clock-words';
import { t } from '@/lib/shared/language/t';

/** Shows how far the phone's clock is off, on which one-time passwords depend. */
export function ClockSection({ phone }: { phone: Phone }) {
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
    <section>
      <h2 className="text-lg font-semibold">{t('Clock')}</h2>
      <p role="status" className="mt-2 text-ink-soft">
        {clockWords(drift)}
      </p>
    </section>
  );
}
