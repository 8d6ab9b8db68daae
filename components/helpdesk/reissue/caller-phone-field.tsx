'use client';

import { useId } from 'react';
import { TimeLeft } from '@/components/activation/time-left';
import { useRemainingSeconds } from '@/components/activation/use-remaining-seconds';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { CallerDevice } from './caller-checks';
import { CheckLabel } from './evidence-list';
import type { CallerRequestView, Confirmation } from './run-caller-request';
import { useCallerRequest, type AskCallerAction } from './use-caller-request';

/**
 * Sends a challenge to the caller's phones. Needs JavaScript, because only the response to the button carries the
 * number.
 * @param vouching devices that may vouch for the caller, given the form's current values
 */
export function CallerPhoneField({
  userId,
  vouching,
  action,
  onConfirmation,
}: {
  userId: string;
  vouching: readonly CallerDevice[];
  action: AskCallerAction;
  onConfirmation: (confirmation: Confirmation | null) => void;
}) {
  const label = useId();
  const { view, ask } = useCallerRequest(action, userId, (next) =>
    onConfirmation(next.stage === 'confirmed' ? next.confirmation : null),
  );
  const isUnderWay = view.stage === 'asking' || view.stage === 'asked';
  return (
    <div role="group" aria-labelledby={label} className="grid gap-3 pl-9">
      <p id={label}>
        <CheckLabel method="login-request" />
      </p>
      <div role="status" className="grid gap-3 empty:hidden">
        <State view={view} vouching={vouching} />
      </div>
      {view.stage === 'asked' && <Countdown {...view.status} />}
      {!isUnderWay && (
        <div>
          <Button onClick={ask}>{view.stage === 'idle' ? 'Ask the caller’s phone' : 'Ask again'}</Button>
        </div>
      )}
    </div>
  );
}

function State({ view, vouching }: { view: CallerRequestView; vouching: readonly CallerDevice[] }) {
  switch (view.stage) {
    case 'idle':
      return null;
    case 'asking':
      return <p>Asking…</p>;
    case 'asked':
      return (
        <>
          <p>Tell the caller to open the authenticator app, and to type this number there:</p>
          <output
            aria-label="Number for the caller"
            className="block w-fit rounded-control bg-accent-soft px-5 py-2 text-3xl font-semibold tracking-[0.1em] tabular-nums"
          >
            {view.number}
          </output>
          <p className="text-ink-soft">{askedWords(view)}</p>
        </>
      );
    case 'confirmed': {
      const { key, instanceId } = view.confirmation;
      const device = vouching.find((one) => one.instanceId === instanceId);
      if (!device) {
        return (
          <Notice tone="warning" title="It does not count">
            <p>Device {instanceId} confirmed it, which is lost or stolen by what this form says.</p>
          </Notice>
        );
      }
      return (
        <>
          <input type="hidden" name="login-request" value={key} />
          <Notice tone="success" title="Confirmed by the caller">
            <p className="wrap-anywhere">
              On {device.name}, {instanceId}. It counts for a quarter of an hour, for this invitation.
            </p>
          </Notice>
        </>
      );
    }
    case 'ended':
      return (
        <Notice tone="error" title="Not confirmed">
          <p>{view.words}</p>
        </Notice>
      );
  }
}

function askedWords({ status, isReconnecting }: Extract<CallerRequestView, { stage: 'asked' }>): string {
  if (isReconnecting) return 'Connection lost. Trying again.';
  return status.state === 'scanned' ? 'A phone has opened it.' : 'No phone has opened it yet.';
}

function Countdown({ expiresAt, serverTime }: { expiresAt: string; serverTime: string }) {
  return <TimeLeft seconds={useRemainingSeconds(expiresAt, serverTime) ?? 0} />;
}
