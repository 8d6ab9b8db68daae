import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { operationNames } from '@/lib/shared/names/staff-names';
import { t, type Message } from '@/lib/shared/language/t';

/** `broken`: it does nothing. `attention`: it works, and somebody should see to it. `unknown`: nobody can tell. */
export type PartState = 'well' | 'attention' | 'broken' | 'unknown';

/** A part of the site. @property words in place of those of its state @property wayOn what to do; null where nothing is wrong */
export type SitePart = { name: string; state: PartState; words?: string; detail: ReactNode; wayOn: ReactNode };

const STATES = {
  well: { words: 'Works', Icon: CircleCheck, classes: 'text-success' },
  attention: { words: 'Needs attention', Icon: TriangleAlert, classes: 'text-warning' },
  broken: { words: 'Doesn’t work', Icon: TriangleAlert, classes: 'text-danger' },
  unknown: { words: 'Unknown', Icon: CircleHelp, classes: 'text-ink-soft' },
} as const satisfies Record<PartState, { words: Message; Icon: unknown; classes: string }>;

/** What the site consists of, and whether each part works. */
export function PartTiles({ parts }: { parts: readonly SitePart[] }) {
  return (
    <ul
      aria-label={t(operationNames.parts)}
      className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-facts md:grid-cols-[repeat(auto-fill,minmax(15rem,1fr))]"
    >
      {parts.map((part) => (
        <Tile key={part.name} {...part} />
      ))}
    </ul>
  );
}

function Tile({ name, state, words, detail, wayOn }: SitePart) {
  const { words: stateWords, Icon, classes } = STATES[state];
  return (
    <li className="grid content-start gap-fact rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{name}</h2>
      <p className={`flex items-center gap-2 font-semibold ${classes}`}>
        <Icon aria-hidden="true" className="size-5 shrink-0" />
        {words ?? t(stateWords)}
      </p>
      <p className="text-sm wrap-anywhere text-ink-soft">{detail}</p>
      {wayOn !== null && <p className="text-sm">{wayOn}</p>}
    </li>
  );
}
