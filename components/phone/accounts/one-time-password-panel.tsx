'use client';

import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { Bytes } from '@/lib/shared/bytes';
import { TimeLeftBar } from './time-left-bar';
import { useOneTimePassword } from './use-one-time-password';

/** In groups of three, as people read digits. */
export function OneTimePasswordPanel({ instanceKey }: { instanceKey: Bytes }) {
  const current = useOneTimePassword(instanceKey);
  const [spoken, setSpoken] = useState('');
  if (!current) return <p className="text-ink-soft">One moment…</p>;
  const { oneTimePassword, secondsLeft } = current;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-mono text-3xl tracking-wider tabular-nums">
          <span className="sr-only">One-time password </span>
          <span>
            {oneTimePassword.slice(0, 3)} {oneTimePassword.slice(3)}
          </span>
        </p>
        <CopyButton
          text={oneTimePassword}
          what="the one-time password"
          onResult={(isCopied) => setSpoken(isCopied ? 'One-time password copied' : 'Copying is not allowed here')}
        />
      </div>
      <TimeLeftBar secondsLeft={secondsLeft} />
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </div>
  );
}
