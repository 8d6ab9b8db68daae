'use client';

import { useState } from 'react';
import { CopyButton } from '@/components/ui/buttons/copy-button';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { serviceAccountPath } from './service-account-path';
import { t } from '@/lib/shared/language/t';
import { RichText } from '@/components/site/language/rich-text';

/** A new key, for this one time, and what to do with it. */
export function ShownKey({ text, id }: { text: string; id: string }) {
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  return (
    <div className="grid gap-6">
      <div>
        <p id="service-key-label" className="mb-2 font-semibold">
          {t(serviceAccountNames.key)}
        </p>
        <output
          aria-labelledby="service-key-label"
          className="block rounded-control bg-accent-soft p-4 font-mono wrap-anywhere"
        >
          {text}
        </output>
      </div>
      <div className="grid justify-items-start gap-2">
        <CopyButton
          text={text}
          names={{ copy: t(serviceAccountNames.copyKey), copied: t(serviceAccountNames.keyCopied) }}
          onResult={setIsCopied}
        />
        <output aria-live="polite" className="text-sm empty:hidden">
          {isCopied === false && t('Your browser does not allow copying. Select the key and copy it by hand.')}
        </output>
      </div>
      <p>
        {t(
          'Put it where the system keeps its secrets, such as a vault: not into source code, a ticket or a message. It’s shown only now. If you lose it, replace it.',
        )}
      </p>
      <p>
        <RichText
          message="The system sends it in the header {header}"
          values={{ header: <code className="font-mono wrap-anywhere">{'Authorization: Bearer tes_…'}</code> }}
        />
      </p>
      <div>
        <LinkButton href={serviceAccountPath(id)} variant="primary">
          {t(serviceAccountNames.stored)}
        </LinkButton>
      </div>
    </div>
  );
}
