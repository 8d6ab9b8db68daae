'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ChainVerdict } from '@/lib/audit/chain-verdict';
import type { VerificationProgress } from '@/lib/audit/verify-audit-chain';
import { readVerification, type VerificationTrouble } from './read-verification';
import { VerificationNotice } from './verification-notice';

type View = { progress: VerificationProgress } | { outcome: ChainVerdict | VerificationTrouble } | null;

/** Verifies the audit log while its reader waits, and says how far it is. Leaving the page gives it up. */
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
    // The log has a record more.
    router.refresh();
  }

  const progress = view && 'progress' in view ? view.progress : null;
  return (
    <div className="grid gap-4">
      <div>
        <Button onClick={() => void verify()} aria-disabled={progress !== null}>
          Verify audit log
        </Button>
      </div>
      {progress && (
        <div className="grid gap-1.5">
          <progress
            aria-label="Verification"
            value={progress.checked}
            max={Math.max(1, progress.total)}
            className="h-2 w-full max-w-prose accent-accent"
          />
          <p className="text-sm text-ink-soft tabular-nums">
            {progress.checked.toLocaleString('en-GB')} of {progress.total.toLocaleString('en-GB')} records
          </p>
        </div>
      )}
      <output aria-live="polite" className="block empty:hidden">
        {progress && <span className="sr-only">Verifying. This can take a minute.</span>}
        {view && 'outcome' in view && <VerificationNotice outcome={view.outcome} />}
      </output>
    </div>
  );
}
