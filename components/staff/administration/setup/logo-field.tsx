'use client';

import { useId, useState, type ChangeEvent } from 'react';
import { useFieldError } from '@/components/ui/fields/field-errors';
import { LARGEST_LOGO } from '@/lib/messaging/organisation/logo';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';

/** A file of the logo. @param onPicture its content as a data address, for the preview; null for none */
export function LogoField({ onPicture }: { onPicture: (picture: string | null) => void }) {
  const id = useId();
  const refused = useFieldError('logo');
  const [isTooLarge, setIsTooLarge] = useState(false);
  const error = isTooLarge ? t('This file is larger than 64 KB. Save it smaller.') : refused;

  function onChange({ target }: ChangeEvent<HTMLInputElement>): void {
    const file = target.files?.[0];
    const isLarge = file !== undefined && file.size > LARGEST_LOGO;
    setIsTooLarge(isLarge);
    // More than the site reads at all, so that it is not sent.
    target.setCustomValidity(isLarge ? 'too large' : '');
    if (!file || isLarge || file.type !== 'image/png') return onPicture(null);
    const reader = new FileReader();
    reader.addEventListener('load', () => onPicture(typeof reader.result === 'string' ? reader.result : null));
    reader.readAsDataURL(file);
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {t(setupNames.logoFile)}
      </label>
      <p id={`${id}-hint`} className="text-sm text-ink-soft">
        {t('A PNG of at most 512 pixels each way and 64 KB. SVG is not taken, because it can hold scripts.')}
      </p>
      <input
        id={id}
        name="logo"
        type="file"
        accept="image/png"
        required
        onChange={onChange}
        onInvalid={(event) => event.preventDefault()}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        aria-invalid={error ? true : undefined}
        className="min-h-11 w-full rounded-control border border-line-strong bg-surface p-2 file:mr-3 file:min-h-7 file:rounded-mark file:border-0 file:bg-accent-soft file:px-3 file:font-semibold file:text-ink"
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
