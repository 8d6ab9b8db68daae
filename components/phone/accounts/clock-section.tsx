'use client';

import { useEffect, useState } from 'react';
import { measureClockDrift } from '@/lib/phone/measure-clock-drift';
import type { Phone } from '../phone';
import { formatDuration, t } from '@/lib/language/t';

/** In seconds: unnoticeable, and as fine as the measurement. */
const EXACT = 2;

/** In seconds: half a time step. Beyond it the gateway may refuse one-time passwords. */
const HARMFUL = 15;

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

/** @param drift in seconds; positive when the phone is ahead */
export function clockWords(drift: number | 'asking' | 'unknown'): string {
  if (drift === 'asking') return t('Comparing with the website’s clock…');
  if (drift === 'unknown') return t('The website’s clock can’t be checked right now.');
  if (Math.abs(drift) < EXACT) return t('This phone’s clock is right.');
  const time = duration(Math.abs(drift));
  const off =
    drift > 0 ? t('This phone’s clock is {time} fast.', { time }) : t('This phone’s clock is {time} slow.', { time });
  return Math.abs(drift) < HARMFUL
    ? `${off} ${t('That’s close enough.')}`
    : `${off} ${t('One-time passwords may be refused. Let the phone set its clock automatically.')}`;
}

/** "95 seconds", "10 minutes". */
function duration(seconds: number): string {
  if (seconds < 120) return formatDuration(seconds, 'second');
  return seconds < 7_200
    ? formatDuration(Math.round(seconds / 60), 'minute')
    : formatDuration(Math.round(seconds / 3_600), 'hour');
}
