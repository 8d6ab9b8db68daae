import { StepList } from '@/components/ui/step-list';
import { activationNames } from '@/lib/names/activation-names';
import { PhoneScreen } from '../phone-screen';

const STEPS = ['Contact the website', 'Verify', 'Link this phone'];

/** @param connection in flight, 1 to 3 */
export function ConnectingScreen({ connection, onCancel }: { connection: number; onCancel: () => void }) {
  return (
    <PhoneScreen
      title="Setting up your phone"
      lead="This takes a moment. Keep the app open."
      leave={{ name: 'cancel', onPress: onCancel }}
    >
      <StepList
        label={activationNames.progress}
        steps={STEPS.map((text, index) => ({
          name: text,
          text,
          progress: index + 1 < connection ? 'done' : index + 1 === connection ? 'current' : 'upcoming',
        }))}
      />
    </PhoneScreen>
  );
}
