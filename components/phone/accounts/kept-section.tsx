'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { askToKeep, lossRisk, readKeeping, type LossRisk } from '@/lib/shared/keeping';
import type { Phone } from '../phone';
import { t, type Message } from '@/lib/shared/language/t';
import { inBackground } from '@/components/site/feedback/perform';
import { perform } from '../perform';

const WORDS = {
  unvisited:
    'This account may be lost: it runs in a browser tab, and this browser deletes it after seven days without a visit. Add the app to your home screen, and activate it there.',
  space: 'This account may be lost: the browser may delete it when this phone runs short of space.',
  none: 'This account stays on this phone until you remove it.',
} as const satisfies Record<NonNullable<LossRisk> | 'none', Message>;

/** Whether this browser keeps what the app stores, with a button that asks it to. */
export function KeptSection({ phone: { store }, instanceId }: { phone: Phone; instanceId: string }) {
  const [risk, setRisk] = useState<LossRisk | 'looking'>('looking');
  const [isRefused, setIsRefused] = useState(false);

  async function ask(): Promise<void> {
    await askToKeep(window);
    const keeping = await readKeeping(window);
    await store.change(instanceId, { keeping });
    const answered = lossRisk(keeping);
    setRisk(answered);
    setIsRefused(answered === 'space');
  }

  useEffect(() => {
    let isGone = false;
    async function look(): Promise<void> {
      const keeping = await readKeeping(window);
      if (!isGone) setRisk(lossRisk(keeping));
    }
    inBackground(look());
    return () => {
      isGone = true;
    };
  }, []);

  if (risk === 'looking') return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('Storage')}</h2>
      <p role="status" className="text-ink-soft">
        {isRefused
          ? t('The browser didn’t agree. Add this app to your home screen, then ask again.')
          : t(WORDS[risk ?? 'none'])}
      </p>
      {risk === 'space' && <Button onClick={() => perform(ask())}>{t(phoneAppNames.askToKeep)}</Button>}
    </section>
  );
}
