import { STEPS, type ActivationState, type Step } from '@/lib/activation/activation';
import type { StepProgress } from '@/components/ui/step-list';

const ALL_STEPS: readonly string[] = ['issued', ...STEPS];

const TEXT: Record<'issued' | Step, string> = {
  issued: 'Scan the image with the app',
  scanned: 'Image read by the phone',
  verified: 'Phone verified',
  linked: 'Choose your PIN on the phone',
  active: 'Device activated',
};

/** The steps that this gateway lets us see, each with how far it is. A state that is not among them lies behind the last one that is. */
export function progressSteps(
  state: ActivationState,
  observes: readonly Step[],
): { name: string; text: string; progress: StepProgress }[] {
  const position = ALL_STEPS.indexOf(state);
  const steps = (['issued', ...STEPS] as const).filter((step) => step === 'issued' || observes.includes(step));
  const current = steps.findLastIndex((step) => ALL_STEPS.indexOf(step) <= position);
  return steps.map((name, index) => ({ name, text: TEXT[name], progress: progressAt(index, current, state) }));
}

function progressAt(index: number, current: number, state: ActivationState): StepProgress {
  if (index < current || state === 'active') return 'done';
  return index === current ? 'current' : 'upcoming';
}
