import type { ReactNode } from 'react';
import { buttonClasses } from './button';

/** A link to a file to save. Never prefetched, because the server records who has downloaded it. */
export function DownloadLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} download className={buttonClasses('secondary')}>
      {children}
    </a>
  );
}
