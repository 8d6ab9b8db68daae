'use client';

import { useRef, useState, type ChangeEvent, type ComponentProps } from 'react';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { useCamera, type CameraState } from './use-camera';
import { useScanner } from './use-scanner';
import { t, type Message } from '@/lib/language/t';

/** Shown in place of the camera's picture. */
const CAMERA_WORDS = {
  asking: { title: 'Opening the camera', text: 'Allow it when your phone asks.' },
  refused: {
    title: 'The camera is not allowed',
    text: 'Allow it for this site in your browser’s settings, or choose another way below.',
  },
  missing: { title: 'No camera found', text: 'Choose another way below.' },
  busy: { title: 'The camera can’t be opened', text: 'Another app may be using it. You can choose another way below.' },
  'not-offered': {
    title: 'The camera needs a secure address',
    text: 'Open this page over https, or choose another way below.',
  },
} as const satisfies Record<Exclude<CameraState, 'on'>, { title: Message; text: Message }>;

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
  const { video, state, torch } = useCamera();
  const readPicture = useScanner(video, state === 'on', onCode);
  const file = useRef<HTMLInputElement>(null);
  const [isPictureEmpty, setIsPictureEmpty] = useState(false);

  async function choose(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [picture] = event.target.files ?? [];
    event.target.value = '';
    if (picture) setIsPictureEmpty(!(await readPicture(picture)));
  }

  const shownProblem = isPictureEmpty
    ? t('No image from the website was found in this picture. Choose one that shows the whole image.')
    : problem;
  return (
    <PhoneScreen
      title={title}
      lead={lead}
      leave={leave}
      back={onBack}
      actions={
        <>
          <Button
            variant={state === 'on' || state === 'asking' ? 'secondary' : 'primary'}
            onClick={() => file.current?.click()}
          >
            {t('Choose a picture')}
          </Button>
          {onType && <Button onClick={onType}>{t(phoneAppNames.typeValues)}</Button>}
          <input ref={file} type="file" accept="image/*" hidden onChange={(event) => void choose(event)} />
        </>
      }
    >
      <div className="relative aspect-square w-full overflow-hidden rounded-card bg-black">
        <video ref={video} playsInline muted aria-label={t('Camera')} className="size-full object-cover" />
        {state === 'on' ? (
          <AimingFrame />
        ) : (
          <div className="absolute inset-0 grid place-content-center gap-2 p-6 text-center text-white">
            <p className="text-lg font-semibold">{t(CAMERA_WORDS[state].title)}</p>
            <p>{t(CAMERA_WORDS[state].text)}</p>
          </div>
        )}
        {torch && (
          <div className="absolute inset-x-0 bottom-3 flex justify-center">
            <Button variant={torch.isOn ? 'primary' : 'secondary'} aria-pressed={torch.isOn} onClick={torch.toggle}>
              {t(phoneAppNames.light)}
            </Button>
          </div>
        )}
      </div>
      <div role="status">{shownProblem && <Notice tone="warning">{shownProblem}</Notice>}</div>
    </PhoneScreen>
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
