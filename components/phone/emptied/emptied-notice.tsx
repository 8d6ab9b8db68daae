import { RichText } from '@/components/site/language/rich-text';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { ShortName } from '@/components/ui/short-name';
import { Time, useZone } from '@/components/ui/time';
import { formatMoment } from '@/lib/shared/language/format-moment';
import { t } from '@/lib/shared/language/t';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import type { Ghosts, GhostState } from './use-ghosts';

/** That this browser has deleted devices which still work, each with a button that locks it. Nothing for any other browser. */
export function EmptiedNotice({ ghosts, stateOf, lock }: Ghosts) {
  if (ghosts.length === 0) return null;
  return (
    <div className="grid gap-3">
      {ghosts.map(({ id, activatedAt }) => (
        <GhostNotice key={id} activatedAt={activatedAt} state={stateOf(id)} onLock={() => lock(id)} />
      ))}
    </div>
  );
}

function GhostNotice({ activatedAt, state, onLock }: { activatedAt: string; state: GhostState; onLock: () => void }) {
  const zone = useZone() ?? 'UTC';
  const day = formatMoment(activatedAt, 'day', zone);
  const time = <Time at={activatedAt} form="day" />;
  if (state === 'locked') {
    return (
      <Notice tone="success" role="status">
        <p>
          <RichText message="The phone that was activated here on {day} is locked." values={{ day: time }} />
        </p>
        <p>{t('You can unlock or remove it on the website, and activate this phone again.')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" role="status">
      <p className="font-semibold">
        <RichText message="A phone was activated here on {day}." values={{ day: time }} />{' '}
        {t('This browser has deleted it.')}
      </p>
      <p>{t('Lock it, so that it signs nobody in. Then activate this phone again on the website.')}</p>
      {state === 'not-heard' && <p>{t('It wasn’t locked. Check your connection, then try again.')}</p>}
      <Button onClick={onLock} disabled={state === 'locking'}>
        <ShortName shown={t(phoneAppNames.lockDeleted)} name={t(phoneAppNames.lockDeletedOf, { day })} />
      </Button>
    </Notice>
  );
}
