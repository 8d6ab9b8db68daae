import { STEPS, type ActivationState, type ActivationType, type Step } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { activationNames, newActivationNames } from '@/lib/names/activation-names';
import { isEndedState } from '../ended/ended-state';
import { t, type Message } from '@/lib/language/t';

/** In the site's mosaic. */
export const TILE_COUNT = 9;

type StepProgress = 'done' | 'current' | 'upcoming';

export type ProgressStep = { name: string; progress: StepProgress; tiles: number };

type Place = 'requested' | 'issued' | Step;

const PLACES: readonly Place[] = ['requested', 'issued', ...STEPS];

/** Tiles of the mosaic that are laid. */
const PLACED: Record<Place, number> = {
  requested: 0,
  issued: 1,
  scanned: 2,
  verified: 3,
  linked: 5,
  active: TILE_COUNT,
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

/** Before there is an activation. */
const FIRST_STEP = newActivationNames.getApp;

/** The way to a device as its first page shows it. @param observes steps that the gateway observes */
export function stepsAhead(observes: readonly Step[]): ProgressStep[] {
  const ahead = stepNames('online', observes).map(
    ([name]) => ({ name: t(name), progress: 'upcoming', tiles: 0 }) as const,
  );
  return [{ name: t(FIRST_STEP), progress: 'current', tiles: 1 }, ...ahead];
}

/**
 * What a page shows of the way to a device: its steps, how much of the mosaic is laid, and the finer state in words. An
 * activation that has ended stays where it was.
 * @param view the state to show
 */
export function progressOf(
  view: ActivationState,
  { observes, activationType, reached }: Pick<ActivationStatus, 'observes' | 'activationType' | 'reached'>,
): { steps: ProgressStep[]; placed: number; line: string | null } {
  const place = isEndedState(view) ? (PLACES.findLast((one) => one in reached) ?? 'requested') : view;
  const placed = activationType === 'offline' && place === 'verified' ? 4 : PLACED[place];
  const words = activationType === 'offline' ? OFFLINE_LINE : LINE;
  return {
    steps: stepsAt(stepNames(activationType, observes), place, activationType),
    placed,
    line: isEndedState(view) ? null : t(words[place]),
  };
}

/** A gateway that does not see the PIN cannot tell it from the scan. */
function stepNames(activationType: ActivationType, observes: readonly Step[]): readonly NamedPlace[] {
  if (activationType === 'offline') return NAMES.offline;
  return observes.includes('linked') ? NAMES.online : NAMES.withoutPin;
}

const NAMES = {
  online: [
    ['Scan', 'issued'],
    ['Choose a PIN', 'linked'],
    ['Done', 'active'],
  ],
  withoutPin: [
    ['Scan and choose a PIN', 'issued'],
    ['Done', 'active'],
  ],
  offline: [
    ['First image', 'issued'],
    ['Second image', 'verified'],
    ['Done', 'active'],
  ],
} as const satisfies Record<string, [Message, Place][]>;

type NamedPlace = (typeof NAMES)[keyof typeof NAMES][number];

function stepsAt(names: readonly NamedPlace[], place: Place, activationType: ActivationType): ProgressStep[] {
  const position = PLACES.indexOf(place);
  const current = names.findLastIndex(([, from]) => PLACES.indexOf(from) <= position);
  const reachedPosition = activationType === 'online' ? Math.max(0, position) : 1;
  const steps = names.map(([message], index): ProgressStep => {
    const name = t(message);
    if (index < current || place === 'active') return { name, progress: 'done', tiles: 3 };
    if (index > current) return { name, progress: 'upcoming', tiles: 0 };
    return { name, progress: 'current', tiles: index === 0 ? Math.min(reachedPosition, 3) : 1 };
  });
  return [{ name: t(FIRST_STEP), progress: 'done', tiles: 3 }, ...steps];
}
