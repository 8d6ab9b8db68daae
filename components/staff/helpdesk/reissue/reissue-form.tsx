'use client';

import { startTransition, useEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { fieldErrors, ProofFields } from '@/components/site/forms/action-form';
import { ConfirmedBy } from '@/components/site/forms/confirmed-by';
import { isPrompt, useProofPrompt } from '@/components/site/forms/use-proof-prompt';
import { WordedRefusal } from '@/components/site/forms/refusal-notice';
import { staffRefusalWords, type StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { useFormAction } from '@/components/site/forms/use-form-action';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Card } from '@/components/ui/card';
import { useIsHydrated } from '@/components/ui/use-is-hydrated';
import { FieldErrors } from '@/components/ui/fields/field-errors';
import type { ReissueForm as Prepared } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import type { FormAction, ProofPrompt } from '@/lib/shared/form-state';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { BreakGlassField } from './break-glass-field';
import { CheckBar } from './check-bar';
import { CallBackField, NoteField } from './caller-check-fields';
import { assessFilledIn, readFilledIn, vouchingDevices, type FilledIn, NO_DEVICE } from './caller-checks';
import { ConsequencePanel } from './consequence-panel';
import { consequences, takesTwo, type Circumstances } from './consequence-words';
import { DeviceCheckFields } from './device-check-fields';
import { DeviceChoice } from './device-choice';
import { DeliveryFields, ReasonFields } from './reissue-fields';
import { missingWords } from './reissue-words';
import { ManagerField } from './manager-field';
import type { AskCallerAction, Confirmation } from './run-caller-request';
import type { AskManagerAction } from './run-manager-request';
import { t } from '@/lib/shared/language/t';

const MISSING_ID = 'caller-check-result';

/**
 * Invites a user to activate a device again. Works without JavaScript too: then only the server says what is missing.
 * @param initial values to show from the start, by the names of the fields
 */
export function ReissueForm({
  userId,
  around,
  deviceMethods,
  contacts,
  deliveries,
  mayBreakGlass,
  initial,
  action,
  proof: known,
  challengeCaller,
  requestManagerAnswer,
}: {
  userId: string;
  around: Circumstances;
  deviceMethods: Prepared['deviceMethods'];
  contacts: Prepared['contacts'];
  deliveries: Prepared['deliveries'];
  mayBreakGlass: boolean;
  initial: Record<string, string>;
  action: FormAction<StaffRefusalCode>;
  /** What is to be proved first. */
  proof: ProofPrompt | null;
  challengeCaller: AskCallerAction;
  requestManagerAnswer: AskManagerAction;
}) {
  const { state, confirmedBy, isPending, form, formProps } = useFormAction<StaffRefusalCode>(action);
  const { prompt, takesFocus } = useProofPrompt(state, form, known, 'at-once');
  const values = { ...initial, ...(state.status === 'refused' && state.fields) };
  const { devices, canLock, isProtected } = around;
  const [filledIn, setFilledIn] = useState<FilledIn>(() => readFilledIn(initialData(values)));
  const [isSuggested, setIsSuggested] = useState(false);
  const hasChosenFate = useRef(values['oldDevice'] !== undefined);
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const [hasManagerConfirmed, setHasManagerConfirmed] = useState(false);
  // Without JavaScript nothing adds up the checks, so that the button must stay enabled.
  const isAlive = useIsHydrated();
  const callerFacts = { devices, methods: deviceMethods, contacts, isProtected };
  const confirmed = { device: confirmation?.instanceId ?? null, manager: hasManagerConfirmed };
  const assessment = assessFilledIn(callerFacts, filledIn, confirmed);
  const isEnough = assessment?.isEnough === true;
  const isOff = isPending || (isAlive && assessment === null);
  // Whoever has compared nothing has no way without a second person.
  const offersAlone = !isAlive || (isEnough && takesTwo(around, filledIn));
  const outcome = useRef<HTMLDivElement>(null);
  const missing = useRef<HTMLParagraphElement>(null);
  const errors = useMemo(() => fieldErrors(state, staffRefusalWords), [state]);

  useEffect(() => {
    if (state.status !== 'refused' || (isPrompt(state.code) && state.prompt)) return;
    (form.current?.querySelector<HTMLElement>('[aria-invalid=true]') ?? outcome.current)?.focus();
  }, [state, form]);

  // What was filled in before this script ran, by a quick person or by the browser that restores a page.
  useEffect(() => {
    const early = form.current && new FormData(form.current);
    if (early) startTransition(() => setFilledIn(readFilledIn(early)));
  }, [form]);

  function look({ target, currentTarget }: FormEvent<HTMLFormElement>): void {
    const name = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.name : '';
    if (name === 'oldDevice') {
      hasChosenFate.current = true;
      setIsSuggested(false);
    }
    if ((name === 'reason' || name === 'oldInstanceId') && !hasChosenFate.current)
      setIsSuggested(suggestFate(currentTarget));
    setFilledIn(readFilledIn(new FormData(currentTarget)));
  }

  function send(event: FormEvent<HTMLFormElement>): void {
    if (!isOff) return formProps.onSubmit(event);
    event.preventDefault();
    if (!isPending) missing.current?.focus();
  }

  return (
    <form
      {...formProps}
      onSubmit={send}
      onChange={look}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
    >
      <FieldErrors value={errors}>
        <div className="grid gap-6">
          <input type="hidden" name="userId" value={userId} />
          <Section title={t('What happened')}>
            <ReasonFields typed={values} />
            <DeviceChoice
              devices={devices}
              canLock={canLock}
              chosen={values['oldInstanceId'] ?? null}
              filledIn={filledIn}
              isSuggested={isSuggested}
              typed={values}
            />
          </Section>
          <Card>
            <fieldset className="grid gap-6">
              <legend className="mb-6 text-lg font-semibold">{t(reissueNames.callerCheck)}</legend>
              <DeviceCheckFields
                userId={userId}
                methods={deviceMethods}
                vouching={vouchingDevices(devices, filledIn)}
                filledIn={filledIn}
                typed={values}
                isAlive={isAlive}
                challengeCaller={challengeCaller}
                onConfirmation={setConfirmation}
              />
              <CallBackField contacts={contacts} typed={values} isCounted={filledIn.made.includes('call-back')} />
              <ManagerField
                userId={userId}
                manager={contacts.manager}
                isAlive={isAlive}
                action={requestManagerAnswer}
                onConfirmation={setHasManagerConfirmed}
              />
              <NoteField typed={values} filledIn={filledIn} />
            </fieldset>
          </Card>
          <Section title={t('Invitation')}>
            <DeliveryFields deliveries={deliveries} typed={values} />
          </Section>
        </div>
        <div className="lg:sticky lg:top-6">
          <Card>
            <div className="grid gap-5">
              <ConsequencePanel {...consequences(around, filledIn, isEnough)} />
              {mayBreakGlass && (
                <fieldset disabled={!offersAlone} className={offersAlone ? '' : 'hidden'}>
                  <BreakGlassField
                    typed={{ isUsed: values['breakGlass'] === 'on', justification: values['justification'] ?? '' }}
                  />
                </fieldset>
              )}
              <CheckBar assessment={assessment} />
              <p id={MISSING_ID} ref={missing} tabIndex={-1} aria-live="polite" className="font-semibold">
                {missingWords(assessment)}
              </p>
              <div ref={outcome} tabIndex={-1} className="empty:hidden">
                {state.status === 'refused' && !state.errors && (
                  <WordedRefusal code={state.code} words={staffRefusalWords(state.code)} />
                )}
              </div>
              {prompt && <ProofFields prompt={prompt} takesFocus={takesFocus} />}
              {confirmedBy !== null && known === null && <ConfirmedBy name={confirmedBy} />}
              <div className="grid">
                <Button type="submit" variant="primary" aria-disabled={isOff} aria-describedby={MISSING_ID}>
                  <ButtonProgress isPending={isPending} pendingText={t('Sending…')}>
                    {t(reissueNames.send)}
                  </ButtonProgress>
                </Button>
              </div>
            </div>
          </Card>
        </div>
      </FieldErrors>
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <h2 className="mb-4 text-lg font-semibold">{title}</h2>
      <div className="grid gap-5">{children}</div>
    </Card>
  );
}

/** The form as it is rendered. */
function initialData(input: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ oldDevice: 'keep', delivery: 'mail', ...input })) data.set(name, value);
  return data;
}

/**
 * A lost or stolen phone should be locked; otherwise the user still needs the old one. Fills that in for a device that
 * is chosen, and for no other.
 * @returns whether it filled in a lock
 */
function suggestFate(form: HTMLFormElement): boolean {
  const fate = form.elements.namedItem('oldDevice');
  if (!(fate instanceof HTMLSelectElement)) return false;
  const data = new FormData(form);
  const [reason, device] = [data.get('reason'), data.get('oldInstanceId')];
  const isLock = device !== null && device !== NO_DEVICE && (reason === 'lost' || reason === 'stolen');
  fate.value = isLock ? 'lock' : 'keep';
  return isLock;
}
