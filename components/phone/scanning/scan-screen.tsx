'use client';

import { useRef, useState, type ChangeEvent, type ComponentProps } from 'react';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { useScreenKeptOn } from '@/components/site/following/use-screen-kept-on';
import { CheckLink } from '../check/check-link';
import { cameraWords, isWorthAnotherTry } from '../camera/camera-words';
import type { CameraView } from '../camera/follow-camera';
import { useCamera } from '../camera/use-camera';
import { useScanner, type PictureProblem } from './use-scanner';
import { readAppPlace } from '@/lib/shared/app-place';
import { t, type Message } from '@/lib/shared/language/t';
import { perform } from '../perform';

const PICTURE_WORDS = {
  'no-code': 'No image from the website was found in this picture. Choose one that shows the whole image.',
  unreadable: 'This picture can’t be opened here. Take a photo, or choose a JPEG or PNG picture.',
  'too-large': 'This picture is too large. Take a photo, or choose one of at most 30 MB.',
} as const satisfies Record<PictureProblem, Message>;

/** The camera, and the ways to do without one: a picture, or typing. */
export function ScanScreen({
  title,
  lead,
  problem,
  onCode,
  onType,
  leave,
  onBack,
}: {
  title: string;
  lead: string;
  /** Of the last code. */
  problem: string | null;
  onCode: (code: ScannedCode) => void;
  /** Absent where typing is no alternative. */
  onType?: () => void;
  leave: NonNullable<ComponentProps<typeof PhoneScreen>['leave']>;
  onBack: () => void;
}) {
  const { video, state, torch, switchCamera, tryAgain } = useCamera();
  const readPicture = useScanner(video, state === 'on', onCode);
  useScreenKeptOn(state === 'on');
  const file = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<PictureProblem | 'reading' | null>(null);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [chosen] = event.target.files ?? [];
    event.target.value = '';
    if (!chosen) return;
    setPicture('reading');
    setPicture(await readPicture(chosen));
  }
  /** @param byCamera opens the phone's camera app, which works where the browser's camera does not */
  function openFiles(byCamera: boolean): void {
    file.current?.toggleAttribute('capture', byCamera);
    if (byCamera) file.current?.setAttribute('capture', 'environment');
    file.current?.click();
  }

  const takesPhotos = state !== 'missing' && window.matchMedia('(pointer: coarse)').matches;
  const isCameraGone = state !== 'on' && state !== 'opening' && state !== 'paused';
  return (
    <PhoneScreen
      title={title}
      lead={lead}
      leave={leave}
      back={onBack}
      actions={
        <>
          <div className={`grid gap-3 ${takesPhotos ? 'grid-cols-2' : ''}`}>
            {takesPhotos && (
              <Button variant={isCameraGone ? 'primary' : 'secondary'} onClick={() => openFiles(true)}>
                {t(phoneAppNames.takePhoto)}
              </Button>
            )}
            <Button variant={isCameraGone && !takesPhotos ? 'primary' : 'secondary'} onClick={() => openFiles(false)}>
              {t(phoneAppNames.choosePicture)}
            </Button>
          </div>
          {onType && <Button onClick={onType}>{t(phoneAppNames.typeValues)}</Button>}
          <input ref={file} type="file" accept="image/*" hidden onChange={(event) => perform(choose(event))} />
        </>
      }
    >
      <div className="relative flex aspect-square w-full flex-col justify-center rounded-card bg-black">
        <video
          ref={video}
          playsInline
          muted
          aria-label={t('Camera')}
          className="absolute inset-0 size-full rounded-card object-cover"
        />
        {state === 'on' ? <AimingFrame /> : <CameraWords state={state} onTryAgain={tryAgain} />}
        {(torch || switchCamera) && (
          <div className="absolute inset-x-3 top-3 flex flex-wrap justify-center gap-3">
            {torch && (
              <PictureButton isOn={torch.isOn} onClick={torch.toggle}>
                {t(phoneAppNames.light)}
              </PictureButton>
            )}
            {switchCamera && <PictureButton onClick={switchCamera}>{t(phoneAppNames.switchCamera)}</PictureButton>}
          </div>
        )}
      </div>
      {isCameraGone && <CheckLink />}
      <div role="status">
        {picture === 'reading' ? (
          <p className="text-ink-soft">{t('Looking at the picture…')}</p>
        ) : (
          (picture ?? problem) && <Notice tone="warning">{picture ? t(PICTURE_WORDS[picture]) : problem}</Notice>
        )}
      </div>
    </PhoneScreen>
  );
}

/** In the place of a picture. */
function CameraWords({ state, onTryAgain }: { state: Exclude<CameraView['state'], 'on'>; onTryAgain: () => void }) {
  const { title, text } = cameraWords(state, readAppPlace(window));
  return (
    <div aria-live="polite" className="relative grid justify-items-center gap-2 p-6 text-center text-white">
      <p className="text-lg font-semibold">{t(title)}</p>
      <p>{t(text)}</p>
      {isWorthAnotherTry(state) && <PictureButton onClick={onTryAgain}>{t(phoneAppNames.tryAgain)}</PictureButton>}
    </div>
  );
}

/** On the camera's picture, and so the same in dark colours. */
function PictureButton({
  isOn,
  onClick,
  children,
}: {
  /** Of a switch. */
  isOn?: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className="rounded-control border border-white bg-black/70 px-4 py-2.25 leading-6 font-semibold text-white aria-pressed:bg-white aria-pressed:text-black"
    >
      {children}
    </button>
  );
}

/** Dims all but a square with marked corners. Decoration. */
function AimingFrame() {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
      className="pointer-events-none absolute inset-0 size-full fill-none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path
        className="fill-black/55"
        fillRule="evenodd"
        d="M0 0h100v100H0zM19 12a7 7 0 0 0-7 7v62a7 7 0 0 0 7 7h62a7 7 0 0 0 7-7V19a7 7 0 0 0-7-7z"
      />
      <path
        className="stroke-white"
        strokeWidth="2"
        d="M12 30V19a7 7 0 0 1 7-7h11M70 12h11a7 7 0 0 1 7 7v11M88 70v11a7 7 0 0 1-7 7H70M30 88H19a7 7 0 0 1-7-7V70"
      />
    </svg>
  );
}
