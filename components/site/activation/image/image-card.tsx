import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/wire/image/image-renderer';
import { CodeImage } from '@/components/ui/code-image';
import { activationNames } from '@/lib/shared/names/activation-names';
import { useState } from 'react';
import { t } from '@/lib/shared/language/t';

/**
 * The white card, as wide as its place and never darkened by a theme. In print and in forced-colours mode the
 * image is black and white, whatever the user chose.
 */
export function ImageCard({
  crontoAddress,
  credentials,
  kind,
  onCrontoFailed,
}: {
  crontoAddress: string;
  credentials: ActivationCredentials | null;
  kind: ImageKind;
  onCrontoFailed: () => void;
}) {
  return (
    <div className="overflow-hidden border-line bg-white scheme-light forced-color-adjust-none min-[24rem]:rounded-card min-[24rem]:border">
      {credentials ? (
        <>
          {kind !== 'black-and-white' && (
            <div className="print:hidden forced-colors:hidden">
              {kind === 'cronto' ? (
                <CrontoImage name={t(activationNames.image)} address={crontoAddress} onFailed={onCrontoFailed} />
              ) : (
                credentials.colour && <CodeImage name={t(activationNames.image)} image={credentials.colour} />
              )}
            </div>
          )}
          <div className={kind === 'black-and-white' ? undefined : 'hidden print:block forced-colors:block'}>
            <CodeImage name={t(activationNames.image)} image={credentials.blackAndWhite} />
          </div>
        </>
      ) : (
        <ImagePlaceholder />
      )}
    </div>
  );
}

function ImagePlaceholder() {
  return (
    <div className="grid aspect-square place-items-center p-6 text-center text-black">
      <p className="animate-pulse motion-reduce:animate-none">{t('Loading the image…')}</p>
      <noscript>
        {t(
          'Switch JavaScript on to see the image: it is never part of the page itself, so that it cannot stay behind.',
        )}
      </noscript>
    </div>
  );
}

/**
 * The image from the operator's Cronto renderer. A route of this site passes it on to the activation's user only: the
 * browser never contacts the renderer, and the URL reveals nothing of the payload.
 */
function CrontoImage({ name, address, onFailed }: { name: string; address: string; onFailed: () => void }) {
  const [isLoaded, setIsLoaded] = useState(false);
  return (
    <div className="relative aspect-square">
      {!isLoaded && (
        <p className="absolute inset-0 grid animate-pulse place-items-center text-black motion-reduce:animate-none">
          {t('Loading the image…')}
        </p>
      )}
      <img
        src={address}
        alt={isLoaded ? name : ''}
        className="size-full object-contain p-[6%]"
        onLoad={() => setIsLoaded(true)}
        onError={onFailed}
      />
    </div>
  );
}
