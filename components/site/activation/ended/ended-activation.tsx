import type { ReactNode } from 'react';
import { OWN_WAY_BACK } from '@/components/site/activation-links/way-back-bar';
import type { StartPrompt } from '@/lib/activation/start/start-grant';
import type { FormAction } from '@/lib/shared/form-state';
import type { FailureReason } from '@/lib/activation/activation';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { LinkButton } from '@/components/ui/buttons/link-button';
import type { EndedState } from './ended-state';
import { endedText } from './ended-words';
import { ImagePlace } from '../image/hidden-image-card';
import { Mosaic } from '@/components/ui/mosaic';
import { RenewForm } from './renew-form';
import { t } from '@/lib/shared/language/t';

/** An activation that has ended without a device: its name and progress stay, and a new image is where the old one was. */
export function EndedActivation({
  activationId,
  state,
  failure,
  placed,
  prompt,
  action,
  isInvited,
  wayBack,
}: {
  activationId: string;
  state: EndedState;
  failure: FailureReason | null;
  placed: number;
  prompt: StartPrompt;
  action: FormAction<RefusalCode>;
  isInvited: boolean;
  /** The page's first button where there is one. */
  wayBack: ReactNode;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-5 md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <ImagePlace>
        <Mosaic bits={null} placed={placed} className="mb-2 size-24" />
        <RenewForm
          activationId={activationId}
          prompt={prompt}
          variant={wayBack === null ? 'primary' : 'secondary'}
          action={action}
        />
      </ImagePlace>
      <div className="grid justify-items-start gap-3">
        <p className="max-w-prose text-lg">{endedText(state, failure)}</p>
        {wayBack !== null && <div {...OWN_WAY_BACK}>{wayBack}</div>}
        {!isInvited && (
          <LinkButton href="/" variant="secondary">
            {t('Your devices')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
