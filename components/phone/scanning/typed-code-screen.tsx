import type { ComponentProps } from 'react';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { inGroups } from '@/lib/shared/codes/typed-code';
import { spellOut } from '@/components/site/activation/image/spell-out';
import { Card } from '@/components/ui/card';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { PhoneScreen } from '../phone-screen';
import { t } from '@/lib/shared/language/t';

type TypedCodeScreenProps = Pick<ComponentProps<typeof PhoneScreen>, 'lead' | 'actions' | 'leave'> & {
  /** As on the website. */
  label: string;
  code: string;
  registrationIdentifier: string;
};

/** Shows a code that the user types on the website. */
export function TypedCodeScreen({ label, code, registrationIdentifier, ...screen }: TypedCodeScreenProps) {
  return (
    <PhoneScreen {...screen} title={t('Type this on the website')}>
      <Card>
        <h2 className="font-semibold">{label}</h2>
        <p aria-hidden="true" translate="no" className="mt-2 max-w-[10ch] font-mono text-3xl leading-snug">
          {inGroups(code)}
        </p>
        <p className="sr-only">{spellOut(code)}</p>
        <p className="mt-4">
          {t(phoneAppNames.checkLetter)}{' '}
          <strong className="font-mono text-2xl">{checkLetter(registrationIdentifier, code)}</strong>
          <span className="block text-ink-soft">
            {t('The website shows the same letter if you typed everything right.')}
          </span>
        </p>
      </Card>
    </PhoneScreen>
  );
}
