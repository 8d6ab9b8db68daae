'use client';

import { useEffect, useId, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { checkNewPin, checkPin, type NewPin, type PinPolicy, type PinProblem } from '@/lib/phone/keys/pin-policy';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { PIN_WORDS } from '../activation/failure-words';
import { PhoneScreen, ScreenActions } from '../phone-screen';
import { PinField } from './pin-field';
import { t } from '@/lib/shared/language/t';

type NewPinScreenProps = Pick<ComponentProps<typeof PhoneScreen>, 'title' | 'lead' | 'leave'> & {
  /** Above the fields. */
  picture?: ReactNode;
  policy: PinPolicy;
  submitName: string;
  /** Called once, with a PIN that `checkNewPin` takes. */
  onChosen: (chosen: NewPin) => void;
};

/**
 * Chooses a PIN, entered twice. The last digit of the second goes on by itself, so that the keypad need not be closed; the
 * button is for whoever ends with the Enter key, or typed fewer digits. A wrong second PIN keeps the first.
 */
export function NewPinScreen({ picture, policy, submitName, onChosen, ...screen }: NewPinScreenProps) {
  const { pinMinimumLength, pinMaximumLength } = policy;
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const isChosen = useRef(false);
  const [problem, setProblem] = useState<PinProblem | null>(null);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => first.current?.focus(), []);

  function choose(): void {
    const [pin = '', repeated = ''] = [first.current?.value, second.current?.value];
    const isOnce = repeated === '' && checkPin(pin, policy).ok;
    if (isChosen.current) return;
    if (isOnce) {
      setProblem(null);
      return second.current?.focus();
    }
    const result = checkNewPin({ pin, repeated }, policy);
    if (result.ok) {
      isChosen.current = true;
      return onChosen({ pin, repeated });
    }
    if (second.current) second.current.value = '';
    if (first.current && result.refusal !== 'pins-differ') first.current.value = '';
    setProblem(result.refusal);
    setIsShown(false);
    (result.refusal === 'pins-differ' ? second : first).current?.focus();
  }

  /** Says what is wrong with the first before the second is typed. */
  function judgeFirst(): void {
    const pin = first.current?.value ?? '';
    const result = pin === '' ? null : checkPin(pin, policy);
    if (result) setProblem(result.ok ? null : result.refusal);
  }

  function readSecond(): void {
    const [pin = '', repeated = ''] = [first.current?.value, second.current?.value];
    if (pin !== '' && repeated.length === pin.length) choose();
  }

  return (
    <PhoneScreen takesFocus={false} {...screen}>
      {picture}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose();
        }}
        noValidate
        data-fills
        className="flex grow flex-col"
        autoComplete="off"
      >
        <div className="grid gap-5">
          <PinField
            ref={first}
            id={`${id}-pin`}
            label={t(phoneAppNames.newPin)}
            hint={
              pinMinimumLength === pinMaximumLength
                ? t('{count, plural, one {# digit} other {# digits}}', { count: pinMinimumLength })
                : t('{least} to {most} digits', { least: pinMinimumLength, most: pinMaximumLength })
            }
            error={problem && problem !== 'pins-differ' ? t(PIN_WORDS[problem]) : undefined}
            maximumLength={pinMaximumLength}
            isShown={isShown}
            onToggle={() => setIsShown(!isShown)}
            enterKeyHint="next"
            onBlur={judgeFirst}
          />
          <PinField
            ref={second}
            id={`${id}-again`}
            label={t(phoneAppNames.pinAgain)}
            hint={t('The last digit takes you on.')}
            error={problem === 'pins-differ' ? t(PIN_WORDS[problem]) : undefined}
            maximumLength={pinMaximumLength}
            isShown={isShown}
            onToggle={() => setIsShown(!isShown)}
            enterKeyHint="done"
            onChange={readSecond}
          />
        </div>
        <ScreenActions>
          <Button type="submit" variant="primary">
            {submitName}
          </Button>
        </ScreenActions>
      </form>
    </PhoneScreen>
  );
}
