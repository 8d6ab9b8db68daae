import { Button } from '@/components/ui/button';
import { PhoneScreen } from './phone-screen';

export function AskToCancelScreen({ onConfirm, onDecline }: { onConfirm: () => void; onDecline: () => void }) {
  return (
    <PhoneScreen
      key="asking-to-cancel"
      title="Cancel the activation?"
      lead="Nothing will be kept on this phone. To activate it later you need a new image from the website."
      actions={
        <>
          <Button variant="danger" onClick={onConfirm}>
            Cancel the activation
          </Button>
          <Button onClick={onDecline}>Keep going</Button>
        </>
      }
    />
  );
}
