'use client';

import { useState, type ReactNode } from 'react';
import type { ActivationCredentials } from '@/lib/activation/start/activation-credentials';
import type { ImageKind } from '@/lib/activation/image/image-renderer';
import { Button } from '@/components/ui/button';
import { ChoiceBar } from '@/components/ui/choice-bar';
import { Notice } from '@/components/ui/notice';
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
  isBig,
  onSizeChange,
  onType,
  say,
}: {
  crontoAddress: string;
  credentials: ActivationCredentials | null;
  hasCronto: boolean;
  /** Whether the phone has had enough time to read the image. */
  hasHints: boolean;
  isBig: boolean;
  onSizeChange: (isBig: boolean) => void;
  /** Null where there are no credentials to type. */
  onType: (() => void) | null;
  say: (text: string) => void;
}) {
  const offered = offeredKinds(credentials, hasCronto);
  const [wanted, want] = useImageKind(offered);
  const [hasCrontoFailed, setHasCrontoFailed] = useState(false);
  const shown = hasCrontoFailed && wanted === 'cronto' ? (offered[1] ?? offered[0]) : wanted;

  function choose(kind: ImageKind): void {
    setHasCrontoFailed(false);
    want(kind);
  }

  return (
    <div className="grid gap-4">
      {credentials?.activationType === 'online' && credentials.ownApp && (
        <div className="hidden justify-items-center gap-3 pointer-coarse:grid">
          <OpenOnThisDevice link={credentials.ownApp.link} isProminent />
          <p className="text-ink-soft">or scan the image with another device</p>
        </div>
      )}
      <ImageCard
        crontoAddress={crontoAddress}
        credentials={credentials}
        kind={shown}
        isBig={isBig}
        onCrontoFailed={() => {
          setHasCrontoFailed(true);
          say(CRONTO_FAILED);
        }}
      />
      {hasCrontoFailed && shown !== wanted && <Notice tone="info">{CRONTO_FAILED}</Notice>}
      <div className="flex flex-wrap items-center justify-center gap-2 print:hidden">
        {offered.length > 1 && (
          <div className="forced-colors:hidden">
            <ChoiceBar
              legend="Kind of image"
              choices={offered.map((value) => ({ value, name: IMAGE_KIND_NAMES[value] }))}
              chosen={shown}
              onChoose={choose}
            />
          </div>
        )}
        <div className="hidden sm:block">
          <Button variant={isBig ? 'secondary' : 'quiet'} aria-pressed={isBig} onClick={() => onSizeChange(!isBig)}>
            Bigger
          </Button>
        </div>
      </div>
      {credentials && hasHints && (
        <ScanHints
          isColoured={shown !== 'black-and-white'}
          isBig={isBig}
          onBlackAndWhite={() => choose('black-and-white')}
          onBig={() => onSizeChange(true)}
          onType={onType}
        />
      )}
    </div>
  );
}

/** Remedies for most phones that fail to read an image. */
function ScanHints({
  isColoured,
  isBig,
  onBlackAndWhite,
  onBig,
  onType,
}: {
  isColoured: boolean;
  isBig: boolean;
  onBlackAndWhite: () => void;
  onBig: () => void;
  /** Null where there are no credentials to type. */
  onType: (() => void) | null;
}) {
  return (
    <section aria-labelledby="scan-hints" className="rounded-card border border-line bg-surface p-5 print:hidden">
      <h2 id="scan-hints" className="font-semibold">
        Not scanned yet?
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-soft marker:text-line-strong">
        <li>Turn up the brightness of this screen, and avoid reflections on it.</li>
        <li>Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.</li>
      </ul>
      <div className="mt-3 -ml-3 grid justify-items-start gap-1">
        {!isBig && <Hint className="hidden sm:block" onPress={onBig} name="Enlarge the image" />}
        {isColoured && (
          <Hint className="forced-colors:hidden" onPress={onBlackAndWhite} name="Show it without colours" />
        )}
        {onType && <Hint onPress={onType} name="Type the values instead" />}
      </div>
    </section>
  );
}

function Hint({ className, name, onPress }: { className?: string; name: ReactNode; onPress: () => void }) {
  return (
    <div className={className}>
      <Button variant="quiet" onClick={onPress}>
        {name}
      </Button>
    </div>
  );
}
