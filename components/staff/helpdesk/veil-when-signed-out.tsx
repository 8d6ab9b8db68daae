'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition, type ReactNode } from 'react';
import { onSignedOut } from '@/components/site/following/signed-out-elsewhere';
import { t } from '@/lib/shared/language/t';

/**
 * Staff pages are about other people. When another tab signs out, what this one shows goes at once, while the server is
 * asked for the page again: whoever is signed out gets the sign-in page, and comes back from there.
 */
export function VeilWhenSignedOut({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  useEffect(() => onSignedOut(() => startAsking(() => router.refresh())), [router]);
  return (
    <>
      {isAsking && (
        <p role="status" className="area-width py-16">
          {t('Another tab has signed out. One moment.')}
        </p>
      )}
      <div className={isAsking ? 'hidden' : 'contents'}>{children}</div>
    </>
  );
}
