'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { invitationNames } from '@/lib/names/staff-names';
import { t } from '@/lib/language/t';

/** Copies an invitation's summary, to paste into a ticket. */
export function CopySummary({ text }: { text: string }) {
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      // Denied, or absent in an insecure context: the text can still be selected by hand.
      setResult('failed');
    }
  }

  return (
    <div className="grid gap-2">
      <div>
        <Button onClick={() => void copy()} onBlur={() => setResult((now) => (now === 'copied' ? null : now))}>
          {result === 'copied' ? t('Copied') : t(invitationNames.copySummary)}
        </Button>
      </div>
      <output aria-live="polite" className="text-sm empty:hidden">
        {result === 'failed' && t('Your browser does not allow copying. Select the text below.')}
      </output>
      {result === 'failed' && <pre className="text-sm whitespace-pre-wrap">{text}</pre>}
    </div>
  );
}
