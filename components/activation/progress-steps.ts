import { STEPS, type ActivationState, type ActivationType, type Step } from '@/lib/activation/activation';
import type { StepProgress } from '@/components/ui/step-list';

const ALL_STEPS: readonly string[] = ['issued', ...STEPS];

const TEXT: Record<'issued' | Step, string> = {
  issued: 'Scan the image with the app',
  scanned: 'Image read by the phone',
  verified: 'Phone verified',
  linked: 'Choose your PIN on the phone',
  active: 'Device activated',
};

const OFFLINE_TEXT: Partial<typeof TEXT> = {
  issued: 'Scan the first image and type the device code',
  verified: 'Scan the second image and type the signature',
};

/**
 * The steps that the gateway observes, each with its progress. A state without a step of its own counts as the last
 * observed step before it.
 */
export function progressSteps(
  state: ActivationState,
  observes: readonly Step[],
  activationType: ActivationType,
): { name: string; text: string; progress: StepProgress }[] {
  const position = ALL_STEPS.indexOf(state);
  const steps = (['issued', ...STEPS] as const).filter((step) => step === 'issued' || observes.includes(step));
  const current = steps.findLastIndex((step) => ALL_STEPS.indexOf(step) <= position);
  const text = activationType === 'offline' ? { ...TEXT, ...OFFLINE_TEXT } : TEXT;
  return steps.map((name, index) => ({ name, text: text[name], progress: progressAt(index, current, state) }));
}

function progressAt(index: number, current: number, state: ActivationState): StepProgress {
  if (index < current || state === 'active') return 'done';
  return index === current ? 'current' : 'upcoming';
}
