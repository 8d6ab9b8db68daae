import { ReplacementSteps } from '@/components/site/devices/replacement/replacement-steps';
import { ActionForm } from '@/components/site/forms/action-form';
import { RichText } from '@/components/site/language/rich-text';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { HoldCause } from '@/lib/devices/locks/device-holds';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { replacementNames } from '@/lib/shared/names/device-names';
import { giveUpReplacementAction, undoReplacementAction } from './replace/actions';
import { t } from '@/lib/shared/language/t';

/**
 * The device's part in a replacement, and the next step.
 * @param replacement one in which the device is the old or the new one
 * @param causes why the device is locked
 */
export function ReplacementNotice({
  replacement,
  instanceId,
  causes,
  proof,
}: {
  replacement: OpenReplacement;
  instanceId: string;
  causes: readonly HoldCause[];
  /** What bringing the old one back asks for. */
  proof: ProofPrompt | null;
}) {
  const id = <input type="hidden" name="replacementId" value={replacement.id} />;
  const { state, oldName } = replacement;
  const isLockedOtherwise = causes.includes('person');
  const isOld = replacement.oldInstanceId === instanceId;
  const keep = (
    <ActionForm
      action={giveUpReplacementAction}
      variant="secondary"
      submit={state === 'awaiting-device' ? t('Keep this device') : t('Keep both devices')}
      pageWords={t('Nothing was replaced. {name} stays.', { name: oldName })}
    >
      {id}
    </ActionForm>
  );
  switch (state) {
    case 'awaiting-device':
      return (
        <Notice tone="info" title={t(replacementNames.underWay)}>
          <ReplacementSteps state={state} />
          <p>{t('It keeps working until the new device has been tried out.')}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <LinkButton href="/activations/new">{t('Activate the new device')}</LinkButton>
            {keep}
          </div>
        </Notice>
      );
    case 'awaiting-test':
      return isOld ? (
        <Notice
          tone="info"
          title={t('This device will be replaced by {newDevice}', { newDevice: replacement.newName })}
        >
          <ReplacementSteps state={state} />
          <p>{t('Try the new device out to finish. Until then, this one keeps working.')}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <LinkButton href={`/authenticators/${encodeURIComponent(replacement.newInstanceId)}`}>
              {t('Try the new device')}
            </LinkButton>
            {keep}
          </div>
        </Notice>
      ) : (
        <Notice tone="info" title={t(replacementNames.oneStepLeft, { oldDevice: oldName })}>
          <ReplacementSteps state={state} />
          <p>{t('Try this device out below. When it works, {oldDevice} is locked.', { oldDevice: oldName })}</p>
        </Notice>
      );
    case 'retired':
      return isOld ? (
        <Notice tone="warning" title={t(replacementNames.wasReplaced, { newDevice: replacement.newName })}>
          <p>
            <RichText
              message={
                isLockedOtherwise
                  ? 'It can’t sign in as you any more, and will be removed on {time}. You also locked it yourself: unlock it below, then you can bring it back.'
                  : 'It can’t sign in as you any more, and will be removed on {time}. Until then, you can bring it back.'
              }
              values={{ time: <Time at={replacement.endsAt.toISOString()} /> }}
            />
          </p>
          {!isLockedOtherwise && (
            <div className="mt-2">
              <ActionForm
                action={undoReplacementAction}
                proof={proof}
                variant="secondary"
                submit={t(replacementNames.bringBack)}
                pageWords={t('{name} is back. It can sign in as you again.', { name: oldName })}
              >
                {id}
              </ActionForm>
            </div>
          )}
        </Notice>
      ) : (
        <Notice tone="success" title={t(replacementNames.hasReplaced, { oldDevice: oldName })}>
          <p>
            <RichText
              message="The old one is locked and will be removed on {time}."
              values={{ time: <Time at={replacement.endsAt.toISOString()} /> }}
            />
          </p>
        </Notice>
      );
  }
}
