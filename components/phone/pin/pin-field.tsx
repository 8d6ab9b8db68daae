import type { ComponentProps, Ref } from 'react';
import { ShowSecretButton } from '@/components/ui/buttons/show-secret-button';

type PinFieldProps = Pick<ComponentProps<'input'>, 'enterKeyHint' | 'onBlur' | 'onChange'> & {
  ref: Ref<HTMLInputElement>;
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** In digits. */
  maximumLength: number;
  isShown: boolean;
  onToggle: () => void;
};

/** A field for a PIN, which can be shown. */
export function PinField({ id, label, hint, error, maximumLength, isShown, onToggle, ...input }: PinFieldProps) {
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold wrap-anywhere">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <div className="relative">
        <input
          {...input}
          id={id}
          type={isShown ? 'text' : 'password'}
          inputMode="numeric"
          autoComplete="off"
          required
          maxLength={maximumLength}
          aria-invalid={error ? true : undefined}
          aria-describedby={
            [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ') || undefined
          }
          className={`min-h-16 w-full rounded-control border bg-surface px-14 text-center text-3xl tracking-[0.4em] text-ink ${error ? 'border-2 border-danger' : 'border-line-strong'}`}
        />
        <ShowSecretButton look="eye" isShown={isShown} onToggle={onToggle} />
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
