'use client';

import { useState } from 'react';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/activation/image/image-renderer';
import { Button } from '@/components/ui/button';
import { ChoiceBar } from '@/components/ui/choice-bar';
import { Notice } from '@/components/ui/notice';
import { EnlargedImage, ScanHints } from '../later-parts';
import { ImageCard } from './image-card';
import { IMAGE_KIND_NAMES, offeredKinds } from './image-kinds';
import { OpenOnThisDevice } from './open-on-this-device';
import { useImageKind } from './use-image-kind';

const CRONTO_FAILED = 'The Cronto image is not available right now. This one works as well.';

/**
 * The image, a choice of its kind, and a larger view for phones that focus badly. On a phone, which would have to scan
 * its own screen, the link comes first and the image is full width already.
 */
export function ImageSide({
  crontoAddress,
  credentials,
  hasCronto,
  hasHints,
  onType,
  say,
}: {
  crontoAddress: string;
  credentials: ActivationCredentials | null;
  hasCronto: boolean;
  /** Whether the phone has had enough time to read the image. */
  hasHints: boolean;
  /** Null where there are no credentials to type. */
  onType: (() => void) | null;
  say: (text: string) => void;
}) {
  const offered = offeredKinds(credentials, hasCronto);
  const [wanted, want] = useImageKind(offered);
  const [hasCrontoFailed, setHasCrontoFailed] = useState(false);
  const [isEnlarged, setIsEnlarged] = useState(false);
  const shown = hasCrontoFailed && wanted === 'cronto' ? (offered[1] ?? offered[0]) : wanted;

  function choose(kind: ImageKind): void {
    setHasCrontoFailed(false);
    want(kind);
  }

  const image = (
    <ImageCard
      crontoAddress={crontoAddress}
      credentials={credentials}
      kind={shown}
      onCrontoFailed={() => {
        setHasCrontoFailed(true);
        say(CRONTO_FAILED);
      }}
    />
  );
  return (
    <div className="grid gap-4">
      {credentials?.activationType === 'online' && credentials.ownApp && (
        <div className="hidden justify-items-center gap-2 pointer-coarse:grid">
          <OpenOnThisDevice link={credentials.ownApp.link} isProminent />
          <p className="text-ink-soft">or scan the image with another device</p>
        </div>
      )}
      <div className="-mx-4 min-[24rem]:mx-auto min-[24rem]:w-full min-[24rem]:max-w-88">
        {isEnlarged ? <div className="aspect-square rounded-card bg-line" /> : image}
      </div>
      {isEnlarged && <EnlargedImage onClose={() => setIsEnlarged(false)}>{image}</EnlargedImage>}
      {hasCrontoFailed && shown !== wanted && <Notice tone="info">{CRONTO_FAILED}</Notice>}
      <div className="flex flex-wrap items-center justify-center gap-2 print:hidden">
        {offered.length > 1 && (
          <div className="forced-colors:hidden">
            <ChoiceBar
              legend="Image style"
              choices={offered.map((value) => ({ value, name: IMAGE_KIND_NAMES[value] }))}
              chosen={shown}
              onChoose={choose}
            />
          </div>
        )}
        <div className="hidden sm:block">
          <Button variant="quiet" onClick={() => setIsEnlarged(true)}>
            Enlarge
          </Button>
        </div>
      </div>
      {credentials && hasHints && (
        <ScanHints
          isColoured={shown !== 'black-and-white'}
          onBlackAndWhite={() => choose('black-and-white')}
          onEnlarge={() => setIsEnlarged(true)}
          onType={onType}
        />
      )}
    </div>
  );
}
