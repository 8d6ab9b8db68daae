import { Link } from '../../ui/buttons/link';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import type { Alarm } from '@/lib/helpdesk/alarms/list-alarms';
import { userPath } from '../people/user-path';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t, type Message } from '@/lib/language/t';

const ALARMED_ACTIONS = {
  removal: 'Removal of a device',
  invitation: 'Invitation',
} as const satisfies Record<Extract<Alarm, { kind: 'approval-bypassed' }>['action'], Message>;

/** Alarms with their facts. @param mayOpenUsers whether the reader may open the users' pages */
export function AlarmList({ alarms, mayOpenUsers }: { alarms: readonly Alarm[]; mayOpenUsers: boolean }) {
  return (
    <ul aria-label={t('Alarms')} className="grid gap-6">
      {alarms.map((alarm) => (
        <li key={alarm.id} className="rounded-card border border-line bg-surface p-5 sm:p-6">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 className="text-lg font-semibold">
              {alarm.kind === 'not-me' ? t('Reported: “It wasn’t me”') : t('An approval was skipped')}
            </h2>
            <Badge tone="warning">
              <Time at={alarm.at} form="relative" />
            </Badge>
          </div>
          <DescriptionList
            items={[
              {
                term: t('User'),
                description: mayOpenUsers ? (
                  <Link href={userPath(alarm.userId)} className="wrap-anywhere underline underline-offset-4">
                    {alarm.userId}
                  </Link>
                ) : (
                  <span className="wrap-anywhere">{alarm.userId}</span>
                ),
              },
              { term: t('Time'), description: <Time at={alarm.at} /> },
              ...facts(alarm),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function facts(alarm: Alarm): { term: string; description: string }[] {
  if (alarm.kind === 'approval-bypassed') {
    return [
      { term: t('What'), description: t(ALARMED_ACTIONS[alarm.action]) },
      { term: t('Done by'), description: alarm.usedBy },
      { term: t('Reason given'), description: alarm.justification },
    ];
  }
  const { device, instanceId, isLocked, browser, network } = alarm;
  const from = browserInWords(browser);
  return [
    { term: t('Device'), description: device === instanceId ? device : `${device} (${instanceId})` },
    { term: t('State'), description: isLocked ? t('Locked') : t('Being locked') },
    { term: t('Activated from'), description: network ? `${from}, ${network}` : from },
  ];
}
