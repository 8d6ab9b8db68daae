'use client';

import { Button } from '@/components/ui/buttons/button';
import { CheckWords } from '@/components/ui/check-words';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { IDLE } from '@/lib/shared/form-state';
import { CheckHeading } from './caller-check-fields';
import { CHECK_WORDS } from './reissue-words';
import { RequestCountdown, RequestEnded } from './request-parts';
import { runManagerRequest, type AskManagerAction, type ManagerRequestView } from './run-manager-request';
import { aboutUser, useStaffRequest } from './use-staff-request';

/**
 * Asks the manager on record by mail, and follows the answer. Needs JavaScript, as the check on the caller's phone does.
 * @param manager null where nobody may be asked
 */
export function ManagerField({
  userId,
  manager,
  isAlive,
  action,
  onConfirmation,
}: {
  userId: string;
  manager: { displayName: string } | null;
  isAlive: boolean;
  action: AskManagerAction;
  onConfirmation: (isConfirmed: boolean) => void;
}) {
  const { view, ask } = useStaffRequest<ManagerRequestView>(
    { stage: 'idle' },
    (environment, show, signal) => runManagerRequest(environment, () => action(IDLE, aboutUser(userId)), show, signal),
    (next) => onConfirmation(next.stage === 'confirmed'),
  );
  const isUnderWay = view.stage === 'asking' || view.stage === 'asked';
  return (
    <div role="group" aria-label={t(CHECK_WORDS.manager)} className="grid gap-3">
      <CheckHeading method="manager" isCounted={view.stage === 'confirmed'} />
      {manager ? (
        <p className="wrap-anywhere">
          {t('On record: {name}. Gets an email, and answers on a page after signing in.', {
            name: manager.displayName,
          })}
        </p>
      ) : (
        <p className="text-ink-soft">{t('No manager on record who can be asked.')}</p>
      )}
      <div role="status" className="grid gap-3 empty:hidden">
        <State view={view} />
      </div>
      {view.stage === 'asked' && <RequestCountdown {...view.status} />}
      {manager && isAlive && (
        <div>
          <Button aria-disabled={isUnderWay} onClick={isUnderWay ? undefined : ask}>
            {t(reissueNames.requestManagerAnswer)}
          </Button>
        </div>
      )}
    </div>
  );
}

function State({ view }: { view: ManagerRequestView }) {
  switch (view.stage) {
    case 'idle':
      return null;
    case 'asking':
      return <p>{t('Sending…')}</p>;
    case 'asked':
      return (
        <>
          <p className="text-ink-soft">
            {view.isReconnecting ? t('Connection lost. Trying again.') : t('Asked. Waiting for the manager’s answer.')}
          </p>
          <p>{t('If you call the manager, say these two words. Their page shows the same.')}</p>
          <CheckWords name={t(reissueNames.wordsForManager)} askedBy={view.askedBy} words={view.words} />
        </>
      );
    case 'confirmed':
      return (
        <>
          <input type="hidden" name="manager-request" value={view.id} />
          <Notice tone="success" title={t('Confirmed by the manager')}>
            <p>{t('Counts for 15 minutes and one invitation.')}</p>
          </Notice>
        </>
      );
    case 'ended':
      return <RequestEnded words={view.words} />;
  }
}
