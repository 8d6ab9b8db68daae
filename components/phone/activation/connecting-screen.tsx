import { StepList } from '@/components/ui/step-list';
import { activationNames } from '@/lib/shared/names/activation-names';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';

const STEPS = ['Contact the website', 'Verify', 'Link this phone'] as const satisfies Message[];

/** @param connection in flight, 1 to 3 */
export function ConnectingScreen({ connection, onCancel }: { connection: number; onCancel: () => void }) {
  return (
    <PhoneScreen
      title={t('Setting up your phone')}
      lead={t('This takes a moment. Keep the app open.')}
      leave={{ name: 'cancel', onPress: onCancel }}
    >
      <StepList
        label={t(activationNames.progress)}
        steps={STEPS.map((text, index) => ({
          name: text,
          text: t(text),
          progress: index + 1 < connection ? 'done' : index + 1 === connection ? 'current' : 'upcoming',
        }))}
      />
    </PhoneScreen>
  );
}
