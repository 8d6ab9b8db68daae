'use client';

import { useState } from 'react';
import { Button } from './button';
import { t } from '@/lib/shared/language/t';

/** Copies lines to paste into a ticket of another system. */
export function CopyForTicket({ name, text }: { name: string; text: string }) {
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    setResult('copied');
  }

  // Denied, or absent in an insecure context: the text can still be selected by hand.
  function press(): void {
    copy().catch(() => setResult('failed'));
  }

  return (
    <div className="grid gap-2">
      <div>
        <Button onClick={press} onBlur={() => setResult((now) => (now === 'copied' ? null : now))}>
          {result === 'copied' ? t('Copied') : name}
        </Button>
      </div>
      <output aria-live="polite" className="text-sm empty:hidden">
        {result === 'failed' && t('Your browser does not allow copying. Select the text below.')}
      </output>
      {result === 'failed' && <pre className="text-sm whitespace-pre-wrap">{text}</pre>}
    </div>
  );
}
