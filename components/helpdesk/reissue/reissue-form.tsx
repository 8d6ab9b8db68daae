'use client';

import { startTransition, useActionState, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import { refusalWords, type RefusalCode } from '@/components/forms/refusal-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ReissueForm as Prepared } from '@/lib/helpdesk/reissue/prepare-reissue';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';
import { BreakGlassField } from './break-glass-field';
import { CallerCheckFields } from './caller-check-fields';
import { assessFilledIn, readFilledIn, vouchingDevices, type CallerDevice, type FilledIn } from './caller-checks';
import { DeviceCheckFields } from './device-check-fields';
import { missingWords } from './reissue-words';
import { ReissueFields } from './reissue-fields';
import type { Confirmation } from './run-caller-request';
import type { AskCallerAction } from './use-caller-request';

const MISSING_ID = 'caller-check-result';

/**
 * Invites a user to activate a device again. Works without JavaScript too: then only the server says what is missing.
 */
export function ReissueForm({
  userId,
  isProtected,
  devices,
  canLock,
  deviceMethods,
  deliveries,
  mayBreakGlass,
  action,
  askCaller,
}: {
  userId: string;
  isProtected: boolean;
  devices: readonly CallerDevice[];
  canLock: Prepared['canLock'];
  deviceMethods: Prepared['deviceMethods'];
  deliveries: Prepared['deliveries'];
  mayBreakGlass: boolean;
  action: FormAction<RefusalCode>;
  askCaller: AskCallerAction;
}) {
  const [state, dispatch, isSending] = useActionState<FormState<RefusalCode>, FormData>(action, IDLE);
  const typed = (state.status === 'refused' && state.fields) || {};
  const form = useRef<HTMLFormElement>(null);
  const [filledIn, setFilledIn] = useState<FilledIn>({
    reason: null,
    oldInstanceId: devices[0]?.instanceId ?? null,
    fate: devices.length > 0 ? 'keep' : 'none',
    made: [],
    isAlone: false,
  });
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const isAlive = useIsAlive();
  const asked = { devices, methods: deviceMethods, isProtected };
  const assessment = assessFilledIn(asked, filledIn, confirmation?.instanceId ?? null);
  const isOff = isSending || (isAlive && !assessment?.isEnough);
  const takesTwo = isProtected || (filledIn.fate === 'remove' && filledIn.oldInstanceId !== null);

  function look(): void {
    if (form.current) setFilledIn(readFilledIn(new FormData(form.current)));
  }

  // Dispatched here, because React resets a form after its `action`, which would clear the fields on a refusal.
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isOff) return;
    const data = new FormData(event.currentTarget);
    startTransition(() => dispatch(data));
  }

  return (
    <form ref={form} action={dispatch} onSubmit={send} onChange={look} className="grid gap-6">
      <div className="empty:hidden">
        {state.status === 'refused' && (
          <Notice tone="error" role="alert">
            {refusalWords(state.code)}
          </Notice>
        )}
      </div>
      <input type="hidden" name="userId" value={userId} />
      <ReissueFields
        devices={devices}
        canLock={canLock}
        deliveries={deliveries}
        filledIn={filledIn}
        typed={typed}
        onSuggest={look}
      />
      <fieldset className="grid gap-4 rounded-card border border-line p-5">
        <legend className="-ml-1 px-1 font-semibold">Caller check</legend>
        <CallerCheckFields typed={typed} />
        <DeviceCheckFields
          userId={userId}
          methods={deviceMethods}
          vouching={vouchingDevices(devices, filledIn)}
          typed={typed}
          isAlive={isAlive}
          askCaller={askCaller}
          onConfirmation={setConfirmation}
        />
        <p id={MISSING_ID} aria-live="polite" className="font-semibold">
          {missingWords(assessment)}
        </p>
      </fieldset>
      {mayBreakGlass && (
        <div className={takesTwo || !isAlive ? '' : 'hidden'}>
          <BreakGlassField
            typed={{ isUsed: typed['breakGlass'] === 'on', justification: typed['justification'] ?? '' }}
          />
        </div>
      )}
      <div>
        <Button type="submit" variant="primary" aria-disabled={isOff} aria-describedby={MISSING_ID}>
          Send invitation
        </Button>
        {takesTwo && !isProtected && !filledIn.isAlone && (
          <p className="mt-3 text-ink-soft">A device is to be removed, so a second person will be asked first.</p>
        )}
      </div>
    </form>
  );
}

/**
 * Whether the page is hydrated. Without JavaScript nothing adds up the checks, so that the button must stay enabled.
 */
function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
