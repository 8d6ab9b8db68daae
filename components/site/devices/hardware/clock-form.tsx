import { ActionForm } from '@/components/site/forms/action-form';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormAction } from '@/lib/shared/form-state';
import { t } from '@/lib/shared/language/t';
import { hardwareNames } from '@/lib/shared/names/device-names';

const CODE = { inputMode: 'numeric', autoComplete: 'off', required: true, maxLength: 32 } as const;

/** Tells the server how far the clock of a device is off, by two codes in a row. */
export function ClockForm({ instanceId, action }: { instanceId: string; action: FormAction<RefusalCode> }) {
  return (
    <section aria-labelledby="clock" className="grid max-w-form gap-5">
      <div>
        <h2 id="clock" className="text-xl font-semibold">
          {t('Repair the clock')}
        </h2>
        <p className="mt-1 text-ink-soft">
          {t('If your codes are refused although you type them right, enter two of them in a row, without a PIN.')}
        </p>
      </div>
      <ActionForm
        action={action}
        submit={t(hardwareNames.repairClock)}
        variant="secondary"
        pendingText={t('Checking…')}
        doneWords={t('The clock is repaired. Your next code works.')}
      >
        <input type="hidden" name="instanceId" value={instanceId} />
        <TextField {...CODE} label={t(hardwareNames.firstCode)} name="firstCode" />
        <TextField {...CODE} label={t(hardwareNames.secondCode)} name="secondCode" />
      </ActionForm>
    </section>
  );
}
