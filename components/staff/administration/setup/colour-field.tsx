'use client';

import { useRef } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { TextField } from '@/components/ui/fields/text-field';
import { useEarlyValue } from '@/components/ui/fields/use-early-value';
import { isReadable, parseColour, readableLike, textContrast, type Scheme } from '@/lib/messaging/organisation/palette';
import { locale, t } from '@/lib/shared/language/t';

/** A colour to type or to pick, with its contrast, and the nearest that can be read where it cannot. */
export function ColourField({
  scheme,
  label,
  value,
  onChange,
}: {
  scheme: Scheme;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const colour = parseColour(value);
  const [typed, picked] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  useEarlyValue(typed, onChange);
  useEarlyValue(picked, onChange);
  return (
    <div className="grid gap-2">
      <div className="flex items-end gap-3">
        <div className="grow">
          <TextField
            ref={typed}
            label={label}
            name={scheme}
            hint={t('Such as #0a5960, from your organisation’s design guide.')}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            required
            maxLength={7}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <input
          ref={picked}
          type="color"
          aria-label={t('Pick: {field}', { field: label })}
          value={colour ?? '#000000'}
          onChange={(event) => onChange(event.target.value)}
          className="h-11 w-14 shrink-0 rounded-control border border-line-strong bg-surface p-1"
        />
      </div>
      <div aria-live="polite">{colour && <Judgement scheme={scheme} colour={colour} onTake={onChange} />}</div>
    </div>
  );
}

function Judgement({ scheme, colour, onTake }: { scheme: Scheme; colour: string; onTake: (value: string) => void }) {
  const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  // Cut, not rounded: 4.46 is not enough, and would read as 4.5.
  const ratio = Math.floor(textContrast(scheme, colour) * 10) / 10;
  const contrast = new Intl.NumberFormat(locale(), oneDigit).format(ratio);
  if (isReadable(scheme, colour))
    return <p className="text-sm text-ink-soft">{t('Contrast {contrast} to 1: text can be read.', { contrast })}</p>;
  const suggestion = readableLike(scheme, colour);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="font-semibold text-danger">
        {t('Contrast {contrast} to 1: text is too faint. It takes 4.5 to 1.', { contrast })}
      </p>
      <Button variant="secondary" onClick={() => onTake(suggestion)}>
        {t('Use {colour}', { colour: suggestion })}
      </Button>
    </div>
  );
}
