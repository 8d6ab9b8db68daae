'use client';

import { useState } from 'react';
import { Button } from './button';

/**
 * Puts a text on the clipboard.
 * @param what completes "Copy …" for those who do not see which field it belongs to
 * @param onResult for saying aloud whether it worked
 */
export function CopyButton({
  text,
  what,
  onResult,
}: {
  text: string;
  what: string;
  onResult: (isCopied: boolean) => void;
}) {
  const [isCopied, setIsCopied] = useState(false);

  async function copy(): Promise<void> {
    let succeeded = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed, or not there outside of secure contexts: the text can still be selected by hand.
      succeeded = false;
    }
    setIsCopied(succeeded);
    onResult(succeeded);
  }

  return (
    <Button onClick={() => void copy()} onBlur={() => setIsCopied(false)}>
      {isCopied ? 'Copied' : 'Copy'}
      <span className="sr-only"> {what}</span>
    </Button>
  );
}
