import { exactTime } from '@/lib/shared/language/format-moment';
import { t } from '@/lib/shared/language/t';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';

type Step = { id: number; at: string; text: string };

/** One picture of the film: what happened, how often in a row, and how long after the one before; null for the first. */
export type Frame = { id: number; at: string; text: string; gap: string | null };

/** The steps of an activation as a film with its gaps. The same thing several times in a row is one picture. */
export function filmOf(steps: readonly Step[]): Frame[] {
  const scenes: { first: Step; count: number }[] = [];
  for (const step of steps) {
    const latest = scenes.at(-1);
    if (latest?.first.text === step.text) latest.count += 1;
    else scenes.push({ first: step, count: 1 });
  }
  return scenes.map(({ first: { id, at, text }, count }, index) => {
    const before = scenes[index - 1]?.first.at;
    return {
      id,
      at,
      text: count === 1 ? text : t('{text}, {count} times', { text, count }),
      gap: before === undefined ? null : gapWords(Date.parse(at) - Date.parse(before)),
    };
  });
}

/** The film as lines for a ticket in another system. Times are UTC, as the ticket's reader may be anywhere. */
export function filmText(title: string, steps: readonly Step[]): string {
  const lines = filmOf(steps).map(({ at, text, gap }) =>
    [exactTime(at), gap, text].filter((part) => part !== null).join('  '),
  );
  return [title, ...lines].join('\n');
}

/** "+12 s", "+3 min 20 s", "+2 h 5 min". */
function gapWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / SECOND));
  const [hours, minutes] = [Math.floor((seconds * SECOND) / HOUR), Math.floor((seconds * SECOND) / MINUTE) % 60];
  const parts =
    hours > 0
      ? [`${hours} h`, minutes > 0 && `${minutes} min`]
      : [minutes > 0 && `${minutes} min`, (minutes === 0 || seconds % 60 > 0) && `${seconds % 60} s`];
  return `+${parts.filter((part) => part !== false).join(' ')}`;
}
