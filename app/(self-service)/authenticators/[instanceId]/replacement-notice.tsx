import { ActionForm } from '@/components/forms/action-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import { giveUpReplacementAction, undoReplacementAction } from './replace/actions';

/**
 * The device's part in a replacement, and the next step.
 * @param replacement one in which the device is the old or the new one
 * @param causes why the device is locked
 */
export function ReplacementNotice({
  replacement,
  instanceId,
  causes,
  stepUp,
}: {
  replacement: OpenReplacement;
  instanceId: string;
  causes: readonly HoldCause[];
  stepUp: 'due' | 'later';
}) {
  const id = <input type="hidden" name="replacementId" value={replacement.id} />;
  const isLockedOtherwise = causes.includes('person');
  const isOld = replacement.oldInstanceId === instanceId;
  switch (replacement.state) {
    case 'awaiting-device':
      return (
        <Notice tone="info" title="You are replacing this device">
          <p className="mb-3">Activate the new one; this one goes on working until then.</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href="/activations/new">Activate the new device</LinkButton>
            <ActionForm action={giveUpReplacementAction} stepUp="never" variant="secondary" submit="Keep this device">
              {id}
            </ActionForm>
          </div>
        </Notice>
      );
    case 'awaiting-test':
      return isOld ? (
        <Notice tone="info" title={`${replacement.newName} is to replace this device`}>
          <p className="mb-3">Test the login of the new device; this one goes on working until then.</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`/authenticators/${encodeURIComponent(replacement.newInstanceId)}`}>
              Test the new device
            </LinkButton>
            <ActionForm action={giveUpReplacementAction} stepUp="never" variant="secondary" submit="Keep both devices">
              {id}
            </ActionForm>
          </div>
        </Notice>
      ) : (
        <Notice tone="info" title={`One step left to replace ${replacement.oldName}`}>
          <p>Test the login here. When it works, the old device is locked.</p>
        </Notice>
      );
    case 'retired':
      return isOld ? (
        <Notice tone="warning" title={`${replacement.newName} has replaced this device`}>
          <p className="mb-3">
            It can no longer sign in as you, and is removed on <Time at={replacement.endsAt.toISOString()} />.{' '}
            {isLockedOtherwise ? 'You also locked it yourself: unlock it below, then' : 'Until then'} you can bring it
            back.
          </p>
          {!isLockedOtherwise && (
            <ActionForm
              action={undoReplacementAction}
              stepUp={stepUp}
              variant="secondary"
              submit="Bring this device back"
            >
              {id}
            </ActionForm>
          )}
        </Notice>
      ) : (
        <Notice tone="success" title={`This device has replaced ${replacement.oldName}`}>
          <p>
            The old one is locked, and removed on <Time at={replacement.endsAt.toISOString()} />.
          </p>
        </Notice>
      );
  }
}
