import { ReplacementSteps } from '@/components/devices/replacement/replacement-steps';
import { ActionForm } from '@/components/forms/action-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import { replacementNames } from '@/lib/names/replacement-names';
import { giveUpReplacementAction, undoReplacementAction } from './replace/actions';
import { t } from '@/lib/language/t';

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
  const { state, oldName } = replacement;
  const isLockedOtherwise = causes.includes('person');
  const isOld = replacement.oldInstanceId === instanceId;
  const keep = (
    <ActionForm
      action={giveUpReplacementAction}
      stepUp="never"
      variant="secondary"
      submit={state === 'awaiting-device' ? 'Keep this device' : 'Keep both devices'}
      pageWords={`Nothing was replaced. ${oldName} stays.`}
    >
      {id}
    </ActionForm>
  );
  switch (state) {
    case 'awaiting-device':
      return (
        <Notice tone="info" title={replacementNames.underWay}>
          <ReplacementSteps state={state} />
          <p>It keeps working until the new device has been tried out.</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <LinkButton href="/activations/new">Activate the new device</LinkButton>
            {keep}
          </div>
        </Notice>
      );
    case 'awaiting-test':
      return isOld ? (
        <Notice tone="info" title={`This device will be replaced by ${replacement.newName}`}>
          <ReplacementSteps state={state} />
          <p>Try the new device out to finish. Until then, this one keeps working.</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <LinkButton href={`/authenticators/${encodeURIComponent(replacement.newInstanceId)}`}>
              Try the new device
            </LinkButton>
            {keep}
          </div>
        </Notice>
      ) : (
        <Notice tone="info" title={t(replacementNames.oneStepLeft, { oldDevice: oldName })}>
          <ReplacementSteps state={state} />
          <p>Try this device out below. When it works, {oldName} is locked.</p>
        </Notice>
      );
    case 'retired':
      return isOld ? (
        <Notice tone="warning" title={t(replacementNames.wasReplaced, { newDevice: replacement.newName })}>
          <p>
            It can’t sign in as you any more, and will be removed on <Time at={replacement.endsAt.toISOString()} />.{' '}
            {isLockedOtherwise ? 'You also locked it yourself: unlock it below, then' : 'Until then,'} you can bring it
            back.
          </p>
          {!isLockedOtherwise && (
            <div className="mt-2">
              <ActionForm
                action={undoReplacementAction}
                stepUp={stepUp}
                variant="secondary"
                submit={replacementNames.bringBack}
                pageWords={`${oldName} is back. It can sign in as you again.`}
              >
                {id}
              </ActionForm>
            </div>
          )}
        </Notice>
      ) : (
        <Notice tone="success" title={t(replacementNames.hasReplaced, { oldDevice: oldName })}>
          <p>
            The old one is locked and will be removed on <Time at={replacement.endsAt.toISOString()} />.
          </p>
        </Notice>
      );
  }
}
