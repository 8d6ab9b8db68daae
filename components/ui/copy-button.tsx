'use client';

import { useState } from 'react';
import { Button } from './button';

/**
 * Copies text to the clipboard.
 * @param what completes "Copy …" for screen readers
 * @param onResult announces whether it worked
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
      // Denied, or absent in an insecure context: the user can still select the text by hand.
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
