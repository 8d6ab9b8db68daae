import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { t } from '@/lib/shared/language/t';

/** In the place of a palette that could not be loaded: there is no network, or a newer version of the site. */
export function PaletteMissing({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={t('Go to')}
      className="mx-auto mt-[12vh] w-[calc(100%-2rem)] max-w-prose rounded-card border border-line bg-surface p-5 text-ink shadow-raised backdrop:bg-black/40"
    >
      <p role="alert">{t('This part of the page could not be loaded. Check your connection, then try again.')}</p>
      <div className="mt-4">
        <Button onClick={() => dialog.current?.close()}>{t('Close')}</Button>
      </div>
    </dialog>
  );
}
