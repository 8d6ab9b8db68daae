'use client';

import { useState } from 'react';
import { Button } from './button';
import { ShortName } from '../short-name';
import { t } from '@/lib/shared/language/t';

/**
 * Copies text to the clipboard.
 * @param names for screen readers: what it copies, before and after
 * @param onResult announces whether it worked
 */
export function CopyButton({
  text,
  names,
  onResult,
}: {
  text: string;
  names: { copy: string; copied: string };
  onResult: (isCopied: boolean) => void;
}) {
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text);
    end(true);
  }

  function end(succeeded: boolean): void {
    setIsCopied(succeeded);
    onResult(succeeded);
  }

  // Denied, or absent in an insecure context: the user can still select the text by hand.
  function press(): void {
    copy().catch(() => end(false));
  }

  return (
    <Button onClick={press} onBlur={() => setIsCopied(false)}>
      {isCopied ? (
        <ShortName shown={t('Copied')} name={names.copied} />
      ) : (
        <ShortName shown={t('Copy')} name={names.copy} />
      )}
    </Button>
  );
}
