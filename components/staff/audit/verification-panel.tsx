'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { Button } from '@/components/ui/buttons/button';
import type { ChainVerdict } from '@/lib/audit/chain-verdict';
import type { VerificationProgress } from '@/lib/audit/verify-audit-chain';
import { readVerification, type VerificationTrouble } from './read-verification';
import { Notice } from '@/components/ui/notice';
import { auditNames } from '@/lib/shared/names/staff-names';
import { verdictWords } from '@/lib/audit/verdict-words';
import { formatCount, t, type PlainMessage } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

const TROUBLES: Record<VerificationTrouble, PlainMessage> = {
  'signed-out': 'You have been signed out. Sign in again, then verify again.',
  'not-permitted': 'Your account may not do this.',
  'too-many-requests': 'Too many attempts. Wait 15 minutes, then try again.',
  'broken-off': 'The verification stopped before the end. Try again. If it happens again, tell an administrator.',
};

type View = { progress: VerificationProgress } | { outcome: ChainVerdict | VerificationTrouble } | null;

/** Verifies the audit log while its reader waits, and shows the progress. Leaving the page cancels the verification. */
export function VerificationPanel() {
  const [view, setView] = useState<View>(null);
  const running = useRef<AbortController | null>(null);
  const router = useRouter();
  useEffect(() => () => running.current?.abort(), []);

  async function verify(): Promise<void> {
    if (view && 'progress' in view) return;
    const { signal } = (running.current = new AbortController());
    setView({ progress: { checked: 0, total: 0 } });
    const outcome = await readVerification((progress) => setView({ progress }), signal);
    if (signal.aborted) return;
    setView({ outcome });
    // The verification has added a record to the log.
    router.refresh();
  }

  const progress = view && 'progress' in view ? view.progress : null;
  return (
    <div className="grid gap-4">
      <div>
        <Button onClick={() => perform(verify())} aria-disabled={progress !== null}>
          {t(auditNames.verify)}
        </Button>
      </div>
      {progress && (
        <div className="grid gap-1.5">
          <progress
            aria-label={t('Verification')}
            value={progress.checked}
            max={Math.max(1, progress.total)}
            className="h-2 w-full max-w-prose accent-accent"
          />
          <p className="text-sm text-ink-soft tabular-nums">
            {t('{checked} of {total} records', {
              checked: formatCount(progress.checked),
              total: formatCount(progress.total),
            })}
          </p>
        </div>
      )}
      <output aria-live="polite" className="block empty:hidden">
        {progress && <span className="sr-only">{t('Verifying. This can take a minute.')}</span>}
        {view && 'outcome' in view && <VerificationNotice outcome={view.outcome} />}
      </output>
    </div>
  );
}

/** The verdict of a verification, and what to do about it. */
function VerificationNotice({ outcome }: { outcome: ChainVerdict | VerificationTrouble }) {
  if (typeof outcome === 'string') return <Notice tone="warning">{t(TROUBLES[outcome])}</Notice>;
  if (!outcome.intact) {
    return (
      <Notice tone="error" title={t('Audit log broken: {verdict}', { verdict: verdictWords(outcome) })}>
        {t('Every record before it is intact. Leave the database as it is and tell your security team.')}
      </Notice>
    );
  }
  return (
    <Notice tone="success" title={t('Audit log intact: {verdict}', { verdict: verdictWords(outcome) })}>
      <p>
        <RichText
          message="Last hash {hash}"
          values={{ hash: <span className="font-mono text-sm wrap-anywhere">{outcome.lastHash}</span> }}
        />
      </p>
      <p className="text-sm">
        {t('Save the count and last hash elsewhere: they reveal if the newest records are ever cut off.')}
      </p>
    </Notice>
  );
}
