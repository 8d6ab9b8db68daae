'use client';

import { Search } from 'lucide-react';
import type { Route } from 'next';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, type ChangeEvent } from 'react';
import { findUserNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

const RESULTS = '/helpdesk';

/** Fewer characters find too many. */
const MINIMUM = 2;

/** Nobody waits for what they are still typing. */
const PAUSE_MS = 250;

/**
 * The search for people, on every staff page where there is room. Among the results it finds while somebody types; from
 * other pages it leads there by Enter, so that no form is left by a slip.
 */
export function BarSearch({ maximumLength }: { maximumLength: number }) {
  const path = usePathname();
  const router = useRouter();
  const query = useSearchParams().get('q') ?? '';
  const shown = path === RESULTS ? query : '';
  const input = useRef<HTMLInputElement>(null);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const latest = useRef(shown);
  useEffect(() => {
    // What was typed before the page was hydrated stays.
    if (latest.current === shown) return;
    latest.current = shown;
    if (input.current && document.activeElement !== input.current) input.current.value = shown;
  }, [shown]);
  // Where a call begins, the agent types.
  useEffect(() => {
    if (path === RESULTS && !new URLSearchParams(location.search).has('q')) input.current?.focus();
  }, [path]);
  useEffect(() => () => clearTimeout(typing.current), []);

  function find({ target: { value } }: ChangeEvent<HTMLInputElement>): void {
    clearTimeout(typing.current);
    if (path !== RESULTS || value.trim().length < MINIMUM) return;
    const results = `${RESULTS}?${new URLSearchParams({ q: value }).toString()}` as Route;
    typing.current = setTimeout(() => router.replace(results, { scroll: false }), PAUSE_MS);
  }

  return (
    <form
      method="get"
      action={RESULTS}
      role="search"
      className="hidden grow items-center justify-end self-center md:flex"
    >
      <input
        ref={input}
        name="q"
        type="search"
        data-search
        aria-label={t(findUserNames.find)}
        aria-keyshortcuts="/"
        placeholder={t('Name, ticket or serial number')}
        defaultValue={shown}
        onChange={find}
        required
        maxLength={maximumLength}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        className="min-h-9 w-full max-w-80 min-w-0 rounded-l-control border border-line-strong bg-surface px-3 text-sm placeholder:text-ink-soft"
      />
      <button
        type="submit"
        className="grid min-h-9 place-items-center rounded-r-control border border-l-0 border-line-strong px-2.5 text-ink-soft hover:bg-accent-soft hover:text-accent"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="sr-only">{t(findUserNames.search)}</span>
      </button>
    </form>
  );
}
