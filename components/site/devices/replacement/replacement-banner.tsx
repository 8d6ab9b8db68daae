import { RichText } from '@/components/site/language/rich-text';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import { ReplacementSteps } from './replacement-steps';
import { t } from '@/lib/shared/language/t';

/** On the list of devices: a replacement that is not over yet, and its next step. */
export function ReplacementBanner({ replacement }: { replacement: OpenReplacement }) {
  const { state, oldName } = replacement;
  switch (state) {
    case 'awaiting-device':
      return (
        <Notice tone="info" title={t('Replacing {device}', { device: oldName })}>
          <ReplacementSteps state={state} />
          <p>{t('{name} keeps working until the new device has been tried out.', { name: oldName })}</p>
          <div className="mt-2">
            <LinkButton href="/activations/new">{t('Activate the new device')}</LinkButton>
          </div>
        </Notice>
      );
    case 'awaiting-test':
      return (
        <Notice tone="info" title={t('Replacing {device}', { device: oldName })}>
          <ReplacementSteps state={state} />
          <p>
            {t('Try {name} out to finish. Until then, both devices can sign in as you.', { name: replacement.newName })}
          </p>
          <div className="mt-2">
            <LinkButton href={`/authenticators/${encodeURIComponent(replacement.newInstanceId)}`}>
              {t('Try {name}', { name: replacement.newName })}
            </LinkButton>
          </div>
        </Notice>
      );
    case 'retired':
      return (
        <Notice
          tone="success"
          title={t('{newDevice} has replaced {oldDevice}', { newDevice: replacement.newName, oldDevice: oldName })}
        >
          <ReplacementSteps state={state} />
          <p>
            <RichText
              message="{name} is locked and will be removed on {time}. Until then, you can bring it back on its page."
              values={{ name: oldName, time: <Time at={replacement.endsAt.toISOString()} /> }}
            />
          </p>
        </Notice>
      );
  }
}
