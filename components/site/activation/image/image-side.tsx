'use client';

import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import { Button, buttonClasses } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { activationNames } from '@/lib/shared/names/activation-names';
import { EnlargedImage } from '../later-parts';
import { ImageCard } from './image-card';
import { CRONTO_FAILED } from './image-kinds';
import type { ImageView } from './use-image-view';
import { t } from '@/lib/shared/language/t';

/**
 * The image, and a larger view for phones that focus badly. A phone, which would have to scan its own screen, has a link
 * to its app instead, and the image below it on demand.
 */
export function ImageSide({
  crontoAddress,
  credentials,
  view,
  hasOwnApp,
  say,
}: {
  crontoAddress: string;
  credentials: ActivationCredentials | null;
  view: ImageView;
  /** Whether this device can activate itself. */
  hasOwnApp: boolean;
  say: (text: string) => void;
}) {
  const { shown, isEnlarged, setEnlarged, isUnfolded, unfold } = view;
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
      {hasOwnApp && (
        <div className="hidden gap-3 print:hidden pointer-coarse:grid">
          {credentials?.activationType === 'online' && credentials.ownApp && (
            // A plain link, because the router would keep the URL in memory, and the activation password with it.
            <a href={credentials.ownApp.link} className={buttonClasses('primary')}>
              {t(activationNames.activateHere)}
            </a>
          )}
          {!isUnfolded && <Button onClick={unfold}>{t(activationNames.activateAnother)}</Button>}
        </div>
      )}
      <div className={`grid gap-4 ${foldClasses(hasOwnApp, view)}`}>
        <div className="-mx-4 min-[24rem]:mx-auto min-[24rem]:w-full min-[24rem]:max-w-90">
          {isEnlarged ? <div className="aspect-square rounded-card bg-line" /> : image}
        </div>
        {isEnlarged && <EnlargedImage onClose={() => setEnlarged(false)}>{image}</EnlargedImage>}
        {view.isSubstitute && <Notice tone="info">{t(CRONTO_FAILED)}</Notice>}
        <div className="hidden justify-center sm:flex print:hidden">
          <Button variant="quiet" onClick={() => setEnlarged(true)}>
            {t(activationNames.enlarge)}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What belongs to the image is hidden with it on a touch device that can activate itself; never on paper. */
export function foldClasses(hasOwnApp: boolean, { isUnfolded }: Pick<ImageView, 'isUnfolded'>): string {
  return hasOwnApp && !isUnfolded ? 'not-print:pointer-coarse:hidden' : '';
}
