import { StepBar } from '@/components/ui/step-bar';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import { replacementNames } from '@/lib/shared/names/device-names';
import { t, type Message } from '@/lib/shared/language/t';

const STEPS = ['Activate the new device', 'Try it out', 'Old device retired'] as const satisfies Message[];

const CURRENT: Record<OpenReplacement['state'], number> = { 'awaiting-device': 0, 'awaiting-test': 1, retired: 3 };

/** How far a replacement has come. @param state undefined before it is started */
export function ReplacementSteps({ state = 'awaiting-device' }: { state?: OpenReplacement['state'] }) {
  return <StepBar label={t(replacementNames.progress)} steps={STEPS.map((step) => t(step))} current={CURRENT[state]} />;
}
