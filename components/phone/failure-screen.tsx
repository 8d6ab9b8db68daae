import type { ReactNode } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';
import { FailureMark } from './failure-mark';
import { PhoneScreen } from './phone-screen';

/**
 * What did not work, who helps, and the one thing that can be tried.
 * @param again what can be tried; nothing where nothing helps but closing
 */
export function FailureScreen({
  title,
  lead,
  again,
  onClose,
}: {
  title: string;
  lead: ReactNode;
  again?: { name: string; variant?: 'primary' | 'danger'; onPress: () => void } | false;
  onClose: () => void;
}) {
  return (
    <PhoneScreen
      title={title}
      lead={lead}
      back={onClose}
      actions={
        <>
          {again && (
            <Button variant={again.variant ?? 'primary'} onClick={again.onPress}>
              {again.name}
            </Button>
          )}
          <Button variant={again ? 'quiet' : 'primary'} onClick={onClose}>
            {t(phoneAppNames.close)}
          </Button>
        </>
      }
    >
      <FailureMark />
    </PhoneScreen>
  );
}
