'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** The image over the page, as large as the window allows. @param children the image */
export function EnlargedImage({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={t('Enlarged image')}
      onClose={onClose}
      className="m-auto max-h-none max-w-none rounded-card border border-line bg-surface p-3 text-ink backdrop:bg-black/70"
    >
      <div className="grid justify-items-center gap-3">
        <div className="w-[min(92vw,calc(100dvh-7rem))]">{children}</div>
        <Button onClick={() => dialog.current?.close()}>{t(activationNames.shrink)}</Button>
      </div>
    </dialog>
  );
}
