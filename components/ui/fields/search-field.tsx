'use client';

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FIELD } from './field-classes';
import { useFieldError } from './field-errors';
import { useEarlyValue } from './use-early-value';
import { t } from '@/lib/shared/language/t';

/** @property detail tells apart what is named alike, such as a continent */
export type SearchOption = { text: string; detail: string };

/** How many are listed: more than one looks through, and few enough to be drawn while somebody types. */
const MOST = 40;

/**
 * A field whose text is one of many options, found by typing a part of it: the pattern "editable combobox with list
 * autocomplete" (WAI-ARIA APG). Without JavaScript a plain field.
 * @param readOptions asked when the list first opens
 */
export function SearchField({
  label,
  name,
  hint,
  text,
  onText,
  readOptions,
  maxLength,
}: {
  label: string;
  name: string;
  hint?: ReactNode;
  text: string;
  onText: (text: string) => void;
  readOptions: () => readonly SearchOption[];
  maxLength: number;
}) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEarlyValue(field, onText);
  const error = useFieldError(name);
  const options = useRef<readonly SearchOption[] | null>(null);
  const [found, setFound] = useState<readonly SearchOption[] | null>(null);
  const [active, setActive] = useState(-1);
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');

  function search(part: string): void {
    options.current ??= readOptions();
    setFound(matches(options.current, part));
    setActive(-1);
  }

  function close(): void {
    setFound(null);
    setActive(-1);
  }

  function choose(option: SearchOption): void {
    onText(option.text);
    close();
  }

  function move(by: 1 | -1): void {
    if (!found) return search('');
    if (found.length === 0) return;
    const next = (active + by + found.length) % found.length;
    setActive(active === -1 && by === -1 ? found.length - 1 : next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = found?.[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape' && found) close();
    else return;
    event.preventDefault();
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <div className="relative">
        <input
          ref={field}
          id={id}
          name={name}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={found !== null && found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active === -1 ? undefined : `${id}-${active}`}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          required
          maxLength={maxLength}
          value={text}
          onChange={({ target }) => {
            onText(target.value);
            search(target.value);
          }}
          onFocus={({ currentTarget }) => currentTarget.select()}
          // What is said below the field stays: a button that moves up under the pointer would miss its press.
          onBlur={() => found?.length !== 0 && close()}
          onKeyDown={onKeyDown}
          className={`${FIELD} ${error ? 'border-2 border-danger' : 'border-line-strong'}`}
        />
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          hidden={found === null || found.length === 0}
          className="absolute inset-x-0 top-full z-10 mt-1 max-h-72 overflow-y-auto rounded-control border border-line-strong bg-surface py-1 shadow-raised"
        >
          {found?.map((option, index) => (
            // Keys are pressed in the field, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={option.text}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
              className="flex min-h-11 cursor-pointer items-center justify-between gap-4 border-x-4 border-transparent px-2 hover:bg-accent-soft aria-selected:border-s-accent aria-selected:bg-accent-soft forced-colors:aria-selected:border-s-[Highlight]"
            >
              {option.text}
              {option.detail && <span className="text-sm text-ink-soft">{option.detail}</span>}
            </div>
          ))}
        </div>
        <p role="status" className={found?.length === 0 ? 'mt-1 text-sm text-ink-soft' : 'sr-only'}>
          {found?.length === 0
            ? t('Nothing found')
            : found &&
              found.length < MOST &&
              t('{count, plural, one {# found} other {# found}}', { count: found.length })}
        </p>
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** What begins with the text comes before what only contains it. */
function matches(options: readonly SearchOption[], text: string): readonly SearchOption[] {
  const part = plain(text.trim());
  const found = options.filter((option) => plain(option.text).includes(part) || plain(option.detail) === part);
  const begins = (option: SearchOption) => (plain(option.text).startsWith(part) ? 0 : 1);
  return found.toSorted((one, other) => begins(one) - begins(other)).slice(0, MOST);
}

/** Without accents and capitals: "Zürich" finds "Zurich". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
