'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import { phoneCheckNames } from '@/lib/shared/names/phone-check-names';
import type { PhoneReport } from '@/lib/shared/phone-check';
import { t } from '@/lib/shared/language/t';
import { checkLines } from './check-lines';
import { CheckTable } from './check-table';
import { probePhone, unknownReport } from './probe-phone';
import { PhoneScreen } from '../phone-screen';
import { sendReport, type KeptReport } from './send-report';
import { tryCamera } from './try-camera';
import { inBackground } from '@/components/site/feedback/perform';
import { perform } from '../perform';

/** What works on this phone, found out anew with each visit and press. Nothing of it is sent before somebody says so. */
export function CheckPanel() {
  const [round, setRound] = useState(1);
  return <OneCheck key={round} onAgain={() => setRound((before) => before + 1)} />;
}

function OneCheck({ onAgain }: { onAgain: () => void }) {
  const [known, setKnown] = useState<Partial<PhoneReport> | null>(null);
  const [isChecking, setIsChecking] = useState(true);
  const [isTrying, setIsTrying] = useState(false);
  const [sent, setSent] = useState<KeptReport | 'sending' | 'too-many' | 'not-sent' | null>(null);
  const video = useRef<HTMLVideoElement>(null);

  const report = { ...unknownReport(), ...known };
  const change = (part: Partial<PhoneReport>) => setKnown((before) => ({ ...before, ...part }));
  useEffect(() => {
    let isGone = false;
    const tell = (part: Partial<PhoneReport>) => {
      if (!isGone) setKnown((before) => ({ ...before, ...part }));
    };
    async function probe(): Promise<void> {
      await probePhone(tell);
      if (!isGone) setIsChecking(false);
    }
    inBackground(probe());
    return () => {
      isGone = true;
    };
  }, []);

  async function tryIt(): Promise<void> {
    if (!video.current) return;
    setIsTrying(true);
    setSent(null);
    change({ camera: await tryCamera(video.current) });
    setIsTrying(false);
  }
  async function send(): Promise<void> {
    setSent('sending');
    setSent(await sendReport(report));
  }

  const mayTry = !isChecking && !NOT_TO_TRY.has(report.camera);
  const lines = known ? checkLines(report).filter(({ about }) => !isChecking || about in known) : [];
  return (
    <PhoneScreen
      title={t(phoneCheckNames.title)}
      lead={t('What the authenticator needs, and whether this browser has it. Nothing is sent until you say so.')}
      leave={{ name: 'back', onPress: () => location.assign('/authenticator') }}
      back={null}
      takesFocus={false}
      actions={
        !isKept(sent) && (
          <Button
            variant="primary"
            disabled={isChecking || isTrying || sent === 'sending'}
            onClick={() => perform(send())}
          >
            {t(phoneCheckNames.showHelpdesk)}
          </Button>
        )
      }
    >
      <p role="status" className="text-ink-soft empty:hidden">
        {isChecking && t('Checking…')}
      </p>
      {isKept(sent) && <CodeForHelpdesk {...sent} />}
      {(sent === 'too-many' || sent === 'not-sent') && (
        <Notice tone="error" role="alert">
          {t(NOT_SENT_WORDS[sent])}
        </Notice>
      )}
      {lines.length > 0 ? (
        <CheckTable lines={lines} />
      ) : (
        // What the server has sent, and all that a browser shows whose scripts fail.
        <p className="text-ink-soft">
          {t('If nothing more appears here, this browser can’t run the app. Update it, or use another one.')}
        </p>
      )}
      <video
        ref={video}
        playsInline
        muted
        aria-label={t('Camera')}
        className={`aspect-square w-full rounded-card bg-black object-cover ${isTrying ? '' : 'hidden'}`}
      />
      <div className="grid gap-3">
        {mayTry && (
          <Button disabled={isTrying} onClick={() => perform(tryIt())}>
            {t(phoneCheckNames.tryCamera)}
          </Button>
        )}
        <Button disabled={isChecking || isTrying} onClick={onAgain}>
          {t(phoneCheckNames.checkAgain)}
        </Button>
      </div>
    </PhoneScreen>
  );
}

/** Where opening the camera cannot change what is known of it. */
const NOT_TO_TRY: ReadonlySet<PhoneReport['camera']> = new Set(['missing', 'insecure', 'unsupported', 'blocked']);

const NOT_SENT_WORDS = {
  'too-many': 'Too many codes were made on this network. Read the lines to the helpdesk instead.',
  'not-sent': 'The website didn’t take it. Read the lines to the helpdesk instead.',
} as const;

function isKept(sent: KeptReport | string | null): sent is KeptReport {
  return sent !== null && typeof sent === 'object';
}

function CodeForHelpdesk({ code, expiresAt }: KeptReport) {
  return (
    <section role="status" aria-label={t(phoneCheckNames.code)} className="grid gap-2">
      <h2 className="font-semibold">{t(phoneCheckNames.code)}</h2>
      <p translate="no" className="font-mono text-[2.5rem] leading-tight">
        {code}
      </p>
      <p className="text-ink-soft">
        <RichText
          message="Tell it to the helpdesk, who then sees these lines. It doesn’t say who you are, and works until {time}."
          values={{ time: <Time key="time" at={expiresAt} form="clock" /> }}
        />
      </p>
    </section>
  );
}
