import type { ReactNode } from 'react';
import type { PhoneSignInWay } from './phone-sign-in-start';
import { phoneSignInNames } from '@/lib/shared/names/sign-in-names';
import { t, type Message } from '@/lib/shared/language/t';

const FIRST_STEPS = {
  camera: [
    'Point your phone’s camera at this image.',
    'It opens the app. Enter your PIN there, and check that the request is from this site.',
  ],
  image: ['Open the authenticator app on your activated phone.', 'Tap “{button}” and point the camera at the image.'],
  message: [
    'Tap the notification on your phone, or open the authenticator app.',
    'Enter your PIN and check that the request is from this site.',
  ],
} as const satisfies Record<PhoneSignInWay | 'camera', readonly [Message, Message]>;

/** By whether the phone shows what asks. */
const WITHOUT_NUMBER = {
  shown: 'Check that your phone shows this site and this browser, and approve it there.',
  hidden:
    'Approve the request on your phone. It doesn’t show which site sends it, so approve it only right after you have sent it here.',
} as const satisfies Record<string, Message>;

/**
 * What to do on the phone, and the number that only this page shows.
 * @param number empty where the phone asks for none
 * @param typedKey what may be typed there in place of the image; null for nothing
 * @param showsAsker whether the phone shows this site and this browser
 * @param isForAnyone whether the image is this site's app's, which a phone's own camera opens
 */
export function LoginSteps({
  number,
  way,
  typedKey,
  isScanned,
  showsAsker,
  isForAnyone,
}: {
  number: string;
  way: PhoneSignInWay;
  typedKey: string | null;
  isScanned: boolean;
  showsAsker: boolean;
  isForAnyone: boolean;
}) {
  const [first, second] = FIRST_STEPS[way === 'image' && isForAnyone ? 'camera' : way];
  return (
    <ol aria-label={t('What to do')} className="grid gap-4 text-lg">
      <Step number={1} isDone={isScanned}>
        {t(first)}
      </Step>
      {typedKey !== null && (
        <Step number={2} isDone={false}>
          <span id="phone-key-label">{t('Scan the image with the app, or type this code there:')}</span>
          <output
            aria-labelledby="phone-key-label"
            aria-live="off"
            className="mt-2 block w-fit rounded-control bg-accent-soft px-5 py-2 text-2xl font-semibold tracking-[0.1em] tabular-nums"
          >
            {typedKey}
          </output>
        </Step>
      )}
      <Step number={typedKey === null ? 2 : 3} isDone={isScanned}>
        {number === '' ? t(WITHOUT_NUMBER[showsAsker ? 'shown' : 'hidden']) : t(second, { button: t('Scan code') })}
      </Step>
      {number !== '' && (
        <Step number={3} isDone={false}>
          <span id="login-number-label">{t(phoneSignInNames.number)}</span>
          <output
            aria-labelledby="login-number-label"
            aria-live="off"
            className="mt-2 block w-fit rounded-control bg-accent-soft px-5 py-2 text-3xl font-semibold tracking-[0.1em] tabular-nums"
          >
            {number}
          </output>
        </Step>
      )}
    </ol>
  );
}

function Step({ number, isDone, children }: { number: number; isDone: boolean; children: ReactNode }) {
  return (
    <li className={`grid grid-cols-[auto_minmax(0,1fr)] gap-3 ${isDone ? 'text-ink-soft' : ''}`}>
      <span
        aria-hidden="true"
        className="grid size-7 place-items-center rounded-full border border-line-strong text-sm font-semibold"
      >
        {isDone ? '✓' : number}
      </span>
      <div>{children}</div>
    </li>
  );
}
