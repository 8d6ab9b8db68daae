'use client';

import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import { Button } from '@/components/ui/buttons/button';
import { ChoiceBar } from '@/components/ui/fields/choice-bar';
import { Notice } from '@/components/ui/notice';
import { activationNames } from '@/lib/names/activation-names';
import { EnlargedImage } from '../later-parts';
import { ImageCard } from './image-card';
import { OpenOnThisDevice } from './open-on-this-device';
import type { ImageView } from './use-image-view';
import { t } from '@/lib/language/t';

const CRONTO_FAILED = 'The Cronto image is not available right now. This one works as well.';

/**
 * The image, a choice of its kind, and a larger view for phones that focus badly. On a phone, which would have to scan
 * its own screen, the link comes first and the image is full width already.
 */
export function ImageSide({
  crontoAddress,
  credentials,
  view,
  say,
}: {
  crontoAddress: string;
  credentials: ActivationCredentials | null;
  view: ImageView;
  say: (text: string) => void;
}) {
  const { offered, shown, isEnlarged, setEnlarged } = view;
  const image = (
    <ImageCard
      crontoAddress={crontoAddress}
      credentials={credentials}
      kind={shown}
      onCrontoFailed={() => {
        view.noteCrontoFailure();
        say(t(CRONTO_FAILED));
      }}
    />
  );
  return (
    <div className="grid gap-4">
      {credentials?.activationType === 'online' && credentials.ownApp && (
        <div className="hidden justify-items-center gap-2 pointer-coarse:grid">
          <OpenOnThisDevice link={credentials.ownApp.link} isProminent />
          <p className="text-ink-soft">{t('or scan the image with another device')}</p>
        </div>
      )}
      <div className="-mx-4 min-[24rem]:mx-auto min-[24rem]:w-full min-[24rem]:max-w-88">
        {isEnlarged ? <div className="aspect-square rounded-card bg-line" /> : image}
      </div>
      {isEnlarged && <EnlargedImage onClose={() => setEnlarged(false)}>{image}</EnlargedImage>}
      {view.isSubstitute && <Notice tone="info">{t(CRONTO_FAILED)}</Notice>}
      <div className="flex flex-wrap items-center justify-center gap-2 print:hidden">
        {offered.length > 1 && (
          <div className="forced-colors:hidden">
            <ChoiceBar
              legend={t('Image style')}
              choices={offered.map((value) => ({ value, name: t(activationNames.kinds[value]) }))}
              chosen={shown}
              onChoose={view.choose}
            />
          </div>
        )}
        <div className="hidden sm:block">
          <Button variant="quiet" onClick={() => setEnlarged(true)}>
            {t(activationNames.enlarge)}
          </Button>
        </div>
      </div>
    </div>
  );
}
