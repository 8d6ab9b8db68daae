'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { CopyButton } from '@/components/ui/buttons/copy-button';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { recoveryCodeNames } from '@/lib/shared/names/profile-names';
import { t } from '@/lib/shared/language/t';

/** A new recovery code, for this one time: on paper it says whose it is, where and what for. */
export function ShownCode({ code, userId, site }: { code: string; userId: string; site: string }) {
  const [isKept, setIsKept] = useState(false);

  // The browser asks before it leaves a code that nobody has kept: it is live, and shown only now.
  useEffect(() => {
    if (isKept) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isKept]);

  return (
    <div className="grid gap-6">
      <div>
        <p id="recovery-code-label" className="mb-2 font-semibold">
          {t(recoveryCodeNames.code)}
        </p>
        <output
          aria-labelledby="recovery-code-label"
          className="block rounded-control bg-accent-soft p-4 text-center font-mono text-lg font-semibold whitespace-nowrap sm:text-2xl sm:tracking-[0.08em] print:border print:border-line-strong"
        >
          {code}
        </output>
      </div>
      <DescriptionList
        items={[
          { term: t('Website'), description: site },
          { term: t('User ID'), description: userId },
          { term: t(lostPhoneNames.heading), description: `${site}/lost-phone` },
        ]}
      />
      <p>
        {t(
          'Print this page or copy the code by hand, and keep it with your other important papers, not with your phone. It’s shown only now.',
        )}
      </p>
      <p>
        {t(
          'If you lose your phone: sign in with your password, choose “Activate a device” and enter this code. It works once.',
        )}
      </p>
      <div className="flex flex-wrap gap-3 print:hidden">
        <Button
          variant="primary"
          onClick={() => {
            setIsKept(true);
            window.print();
          }}
        >
          {t('Print')}
        </Button>
        <CopyButton
          text={code}
          names={{ copy: t(recoveryCodeNames.copy), copied: t(recoveryCodeNames.copied) }}
          onResult={(isCopied) => setIsKept((before) => before || isCopied)}
        />
        <LinkButton href="/profile" variant="secondary">
          {t(recoveryCodeNames.kept)}
        </LinkButton>
      </div>
    </div>
  );
}
