import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { OpenReplacement } from '@/lib/devices/replacement/device-replacement';
import { ReplacementSteps } from './replacement-steps';

/** On the list of devices: a replacement that is not over yet, and its next step. */
export function ReplacementBanner({ replacement }: { replacement: OpenReplacement }) {
  const { state, oldName } = replacement;
  switch (state) {
    case 'awaiting-device':
      return (
        <Notice tone="info" title={`Replacing ${oldName}`}>
          <ReplacementSteps state={state} />
          <p>{oldName} keeps working until the new device has been tried out.</p>
          <div className="mt-2">
            <LinkButton href="/activations/new">Activate the new device</LinkButton>
          </div>
        </Notice>
      );
    case 'awaiting-test':
      return (
        <Notice tone="info" title={`Replacing ${oldName}`}>
          <ReplacementSteps state={state} />
          <p>Try {replacement.newName} out to finish. Until then, both devices can sign in as you.</p>
          <div className="mt-2">
            <LinkButton href={`/authenticators/${encodeURIComponent(replacement.newInstanceId)}`}>
              Try {replacement.newName}
            </LinkButton>
          </div>
        </Notice>
      );
    case 'retired':
      return (
        <Notice tone="success" title={`${replacement.newName} has replaced ${oldName}`}>
          <ReplacementSteps state={state} />
          <p>
            {oldName} is locked and will be removed on <Time at={replacement.endsAt.toISOString()} />. Until then, you
            can bring it back on its page.
          </p>
        </Notice>
      );
  }
}
