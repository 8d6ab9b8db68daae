'use client';

import { useState, useEffect } from 'react';
import { CopyButton } from '@/components/ui/buttons/copy-button';
import type { Bytes } from '@/lib/shared/bytes';
import { TIME_STEP_SECONDS } from '@/lib/wire/crypto/one-time-password';
import { oneTimePasswordAt, type CurrentOneTimePassword } from '@/lib/phone/accounts/one-time-password-at';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';

/** In milliseconds: the longest that the screen shows an expired password. */
const INTERVAL = 250;

/** Groups of three are easier to read. */
export function OneTimePasswordPanel({ instanceKey }: { instanceKey: Bytes }) {
  const current = useOneTimePassword(instanceKey);
  const [spoken, setSpoken] = useState('');
  if (!current) return <p className="text-ink-soft">{t('One moment…')}</p>;
  const { oneTimePassword, secondsLeft } = current;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-3xl font-semibold tabular-nums">
          <span className="sr-only">{t('One-time password')} </span>
          {/* One text, or a screen reader says its halves as two. */}
          <span>{`${oneTimePassword.slice(0, 3)} ${oneTimePassword.slice(3)}`}</span>
        </p>
        <TimeLeftRing secondsLeft={secondsLeft} />
      </div>
      <CopyButton
        text={oneTimePassword}
        names={{ copy: t(phoneAppNames.copy), copied: t(phoneAppNames.copied) }}
        onResult={(isCopied) => setSpoken(isCopied ? t('One-time password copied') : t('Copying is not allowed here'))}
      />
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  );
}

/** Its length, so that the dash is a part of the time. */
const CIRCUMFERENCE = TIME_STEP_SECONDS;
const RADIUS = CIRCUMFERENCE / (2 * Math.PI);

/** The time left of a one-time password. Not a live region, because it changes every second. */
function TimeLeftRing({ secondsLeft }: { secondsLeft: number }) {
  const isShort = secondsLeft <= 5;
  return (
    <div
      role="timer"
      aria-label={t(activationNames.timeLeft)}
      className="relative grid size-14 shrink-0 place-items-center text-sm text-ink-soft tabular-nums"
    >
      <svg viewBox="-6 -6 12 12" aria-hidden="true" focusable="false" className="absolute inset-0 size-full -rotate-90">
        <circle r={RADIUS} className="fill-none stroke-line" strokeWidth="0.9" />
        <circle
          r={RADIUS}
          className={`fill-none forced-colors:stroke-[CanvasText] ${isShort ? 'stroke-warning' : 'stroke-accent'}`}
          strokeWidth="0.9"
          strokeDasharray={`${secondsLeft} ${CIRCUMFERENCE}`}
        />
      </svg>
      <span>{`${secondsLeft} s`}</span>
    </div>
  );
}

/** The current one-time password; null until the first is computed. */
function useOneTimePassword(instanceKey: Bytes): CurrentOneTimePassword | null {
  const [current, setCurrent] = useState<CurrentOneTimePassword | null>(null);
  useEffect(() => {
    let isGone = false;
    const update = async () => {
      const next = await oneTimePasswordAt(instanceKey, new Date());
      if (isGone) return;
      setCurrent((currentOneTimePassword) =>
        currentOneTimePassword?.oneTimePassword === next.oneTimePassword &&
        currentOneTimePassword.secondsLeft === next.secondsLeft
          ? currentOneTimePassword
          : next,
      );
    };
    inBackground(update());
    const timer = setInterval(() => inBackground(update()), INTERVAL);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [instanceKey]);
  return current;
}
