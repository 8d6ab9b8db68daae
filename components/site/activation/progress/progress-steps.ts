import { STEPS, type ActivationState, type ActivationType, type Step } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { activationNames } from '@/lib/shared/names/activation-names';
import { MOSAIC_TILES } from '@/lib/shared/codes/mosaic';
import { isEndedState } from '../ended/ended-state';
import { t, type Message, type PlainMessage } from '@/lib/shared/language/t';

type StepProgress = 'done' | 'current' | 'upcoming';

export type ProgressStep = { name: string; progress: StepProgress; tiles: number };

type Place = 'requested' | 'issued' | Step;

const PLACES: readonly Place[] = ['requested', 'issued', ...STEPS];

/** Tiles of the mosaic that are laid. */
const PLACED: Record<Place, number> = {
  requested: 0,
  issued: 1,
  scanned: 2,
  verified: 4,
  linked: 8,
  active: MOSAIC_TILES,
};

const LINE = {
  requested: 'Waiting for the activation service',
  issued: 'Waiting for your phone to scan the image',
  scanned: 'Image read. Verifying your phone…',
  verified: 'Phone verified. Setting up your authenticator…',
  linked: 'Choose a PIN on your phone',
  active: activationNames.activated,
} as const satisfies Record<Place, Message>;

const OFFLINE_LINE = {
  ...LINE,
  issued: 'Scan the first image and type the device code',
  verified: 'Scan the second image and type the signature',
} as const satisfies Record<Place, Message>;

/**
 * The way to a device as its first page shows it.
 * @param observes steps that the gateway observes
 * @param isReplacing whether the device replaces another one
 */
export function stepsAhead(observes: readonly Step[], isReplacing: boolean): ProgressStep[] {
  return stepNames('online', observes, isReplacing).map(([name], index) => ({
    name: t(name),
    progress: index === 0 ? 'current' : 'upcoming',
    tiles: 0,
  }));
}

/**
 * What a page shows of the way to a device: its steps, how much of the mosaic is laid, and the finer state in words. An
 * activation that has ended stays where it was.
 * @param view the state to show
 * @param replacement that the activation is a part of, and which ends with a test of the new device; null for none
 */
export function progressOf(
  view: ActivationState,
  { observes, activationType, reached }: Pick<ActivationStatus, 'observes' | 'activationType' | 'reached'>,
  replacement: { isDone: boolean } | null,
): { steps: ProgressStep[]; placed: number; line: string | null } {
  const place = isEndedState(view) ? (PLACES.findLast((one) => one in reached) ?? 'requested') : view;
  const names = stepNames(activationType, observes, replacement !== null);
  const words = activationType === 'offline' ? OFFLINE_LINE : LINE;
  return {
    steps: stepsAt(names, replacement?.isDone ? 'retired' : place, activationType),
    placed: PLACED[place],
    line: isEndedState(view) ? null : t(words[place]),
  };
}

/** A gateway that does not see the PIN cannot tell it from the scan. */
function stepNames(
  activationType: ActivationType,
  observes: readonly Step[],
  isReplacing: boolean,
): readonly NamedPlace[] {
  const names = NAMES[activationType === 'offline' ? 'offline' : observes.includes('linked') ? 'online' : 'withoutPin'];
  return [...names, ...(isReplacing ? REPLACEMENT : [DONE])];
}

type NamedPlace = readonly [PlainMessage, Place | 'retired'];

const DONE: NamedPlace = ['Done', 'active'];
const REPLACEMENT: readonly NamedPlace[] = [
  ['Try it out', 'active'],
  ['Old device retired', 'retired'],
];

const NAMES = {
  online: [
    ['Scan', 'issued'],
    ['Choose a PIN', 'linked'],
  ],
  withoutPin: [['Scan and choose a PIN', 'issued']],
  offline: [
    ['First image', 'issued'],
    ['Second image', 'verified'],
  ],
} as const satisfies Record<string, [PlainMessage, Place][]>;

function stepsAt(
  names: readonly NamedPlace[],
  place: Place | 'retired',
  activationType: ActivationType,
): ProgressStep[] {
  const position = positionOf(place);
  const current = names.findLastIndex(([, from]) => positionOf(from) <= position);
  const isOver = current === names.length - 1;
  const reachedPosition = activationType === 'online' ? Math.max(0, position) : 1;
  return names.map(([message], index): ProgressStep => {
    const name = t(message);
    if (index < current || isOver) return { name, progress: 'done', tiles: 3 };
    if (index > current) return { name, progress: 'upcoming', tiles: 0 };
    return { name, progress: 'current', tiles: index === 0 ? Math.min(reachedPosition, 3) : 1 };
  });
}

function positionOf(place: Place | 'retired'): number {
  return place === 'retired' ? PLACES.length : PLACES.indexOf(place);
}
