'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { inBackground } from '@/components/site/feedback/perform';
import { userPath } from '../people/user-path';
import { findPeople, type FoundName } from './find-people';
import { isSearchKeyOn, turnSearchKey } from './search-key';
import { t } from '@/lib/shared/language/t';

export type PaletteSection = { href: Route; label: string };

/** What can be chosen. @property detail beside the name */
type Choice = { href: Route; name: string; detail: string };

/** A dialog that leads anywhere in the staff area: type a part of a section's or a person's name, choose, Enter. */
export function Palette({
  sections,
  findsPeople,
  onClose,
}: {
  sections: readonly PaletteSection[];
  findsPeople: boolean;
  onClose: () => void;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setTyped] = useState('');
  const [people, setPeople] = useState<FoundName[]>([]);
  const [active, setActive] = useState(0);
  const router = useRouter();
  const choices = choicesFor(query, sections, people);
  const label = findsPeople ? t('Section or user') : t('Section');

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    if (!findsPeople) return;
    const stopped = new AbortController();
    async function find(): Promise<void> {
      const foundNames = await findPeople(query, stopped.signal);
      if (!stopped.signal.aborted) setPeople(foundNames);
    }
    inBackground(find());
    return () => stopped.abort();
  }, [query, findsPeople]);

  function choose(choice: Choice | undefined): void {
    if (!choice) return;
    dialog.current?.close();
    router.push(choice.href);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((choices.length + active + step) % Math.max(1, choices.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(choices[active]);
    }
  }

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={t('Go to')}
      className="mx-auto mt-[12vh] w-[calc(100%-2rem)] max-w-prose overflow-hidden rounded-card border border-line bg-surface p-0 text-ink shadow-raised backdrop:bg-black/40"
    >
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-describedby={findsPeople ? `${id}-hint` : undefined}
        aria-expanded="true"
        aria-controls={`${id}-choices`}
        aria-activedescendant={choices[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="min-h-14 w-full border-b border-line bg-surface px-5 text-lg placeholder:text-base placeholder:text-ink-soft focus-visible:outline-none"
      />
      {findsPeople && (
        <p id={`${id}-hint`} className="px-5 pt-3 text-sm text-ink-soft">
          {t('Section, name, user ID, email, ticket or serial number')}
        </p>
      )}
      <div id={`${id}-choices`} role="listbox" aria-label={t('Results')} className="max-h-[50vh] overflow-y-auto p-2">
        {choices.map(({ href, name, detail }, index) => (
          // The combobox has the keyboard: it chooses what is active.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={href}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onClick={() => choose(choices[index])}
            onPointerMove={() => setActive(index)}
            className="flex min-h-11 cursor-pointer items-center justify-between gap-4 rounded-control px-3 aria-selected:bg-accent-soft aria-selected:text-accent"
          >
            <span className="min-w-0 font-semibold wrap-anywhere">{name}</span>
            <span className="min-w-0 text-sm wrap-anywhere text-ink-soft">{detail}</span>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 pb-2 text-sm text-ink-soft">
        <p role="status">{choices.length === 0 ? t('No matches') : t('↑ ↓ to choose, Enter to open, Esc to close')}</p>
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            defaultChecked={isSearchKeyOn()}
            onChange={({ target }) => turnSearchKey(target.checked)}
            className="size-5 accent-accent"
          />
          {t('The / key leads to the search')}
        </label>
      </div>
    </dialog>
  );
}

function choicesFor(
  query: string,
  sections: readonly PaletteSection[],
  people: readonly FoundName[],
): readonly Choice[] {
  const text = query.trim().toLowerCase();
  return [
    ...sections
      .filter(({ label }) => label.toLowerCase().includes(text))
      .map(({ href, label }) => ({ href, name: label, detail: t('Section') })),
    ...(text === '' ? [] : people).map(({ userId, displayName }) => ({
      href: userPath(userId),
      name: displayName,
      detail: userId,
    })),
  ];
}
