import type { ReactNode } from 'react';
import { DeviceName } from '@/components/site/devices/device-name';
import { Badge } from '@/components/ui/badge';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import type { DailyBudget } from '@/lib/audit/events/service-account-events';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import { deviceInRecord } from '@/lib/devices/authenticator-directory';
import type { Alarm } from '@/lib/helpdesk/desk/alarms/list-alarms';
import { CASE_WORDS } from '../cases/case-words';
import { Person, personWords } from '../people/person';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t, type Message } from '@/lib/shared/language/t';

const ALARMED_ACTIONS = {
  removal: 'Removal of a device',
  invitation: 'Invitation',
} as const satisfies Record<Extract<Alarm, { kind: 'approval-bypassed' }>['action'], Message>;

const HEADINGS = {
  'not-me': 'Reported: “It wasn’t me”',
  'case-disputed': 'Reported: “It wasn’t me”',
  'reissue-disowned': 'Reported: “It wasn’t me”',
  'approval-bypassed': 'An approval was skipped',
  'registration-failed': 'A device could not be registered',
  'budget-used-up': 'A system reached its daily limit',
} as const satisfies Record<Alarm['kind'], Message>;

const BUDGETS = {
  'account-changes': 'Changes of accounts',
  'new-accounts': 'New accounts',
  'device-locks': 'Locks of devices',
  requests: 'Requests to a second person',
  'webhook-changes': 'Changes of webhooks',
} as const satisfies Record<DailyBudget, Message>;

/** Alarms with their facts. @param mayOpenUsers whether the reader may open the users' pages */
export function AlarmList({
  alarms,
  names,
  mayOpenUsers,
}: {
  alarms: readonly Alarm[];
  names: PeopleNames;
  mayOpenUsers: boolean;
}) {
  return (
    <ul aria-label={t('Alarms')} className="grid gap-6">
      {alarms.map((alarm) => (
        <li key={alarm.id} className="rounded-card border border-line bg-surface p-5 sm:p-6">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 className="text-lg font-semibold">{t(HEADINGS[alarm.kind])}</h2>
            <Badge tone="warning">
              <Time at={alarm.at} form="relative" />
            </Badge>
          </div>
          <DescriptionList
            items={[
              ...('userId' in alarm
                ? [
                    {
                      term: t('User'),
                      description: <Person names={names} userId={alarm.userId} isLinked={mayOpenUsers} />,
                    },
                  ]
                : []),
              { term: t('Time'), description: <Time at={alarm.at} /> },
              ...facts(alarm, names),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}

function facts(alarm: Alarm, names: PeopleNames): { term: string; description: ReactNode }[] {
  if (alarm.kind === 'approval-bypassed') {
    return [
      { term: t('What'), description: t(ALARMED_ACTIONS[alarm.action]) },
      { term: t('Done by'), description: personWords(names, alarm.usedBy) },
      { term: t('Reason given'), description: alarm.justification },
    ];
  }
  if (alarm.kind === 'budget-used-up') {
    return [
      { term: t('Service account'), description: alarm.system },
      { term: t('Limit'), description: t(BUDGETS[alarm.budget]) },
      {
        term: t('What to do'),
        description: t('Have this service account suspended unless you expected this: its key may be stolen.'),
      },
    ];
  }
  if (alarm.kind === 'reissue-disowned') {
    return [
      { term: t('What'), description: t('New activation after a call') },
      { term: t('Requested by'), description: personWords(names, alarm.requestedBy) },
      { term: t('Ticket'), description: alarm.ticket },
    ];
  }
  if (alarm.kind === 'registration-failed') {
    return [
      {
        term: t('What'),
        description: alarm.isKnown
          ? t('The activation service refused this website.')
          : t('Not known whether the activation service registered the device.'),
      },
      { term: t('Its reason'), description: alarm.gatewayReason },
      { term: t('Tries'), description: String(alarm.tries) },
      {
        term: t('What to do'),
        description: alarm.isKnown
          ? t('Have an administrator run the doctor: nobody can activate a device until this is mended.')
          : t('Look at the person’s licence before they try again: an activation may have been used up.'),
      },
    ];
  }
  if (alarm.kind === 'case-disputed') {
    const place = browserInWords(alarm.browser);
    return [
      { term: t('What'), description: t(CASE_WORDS[alarm.about]) },
      { term: t('Reference'), description: alarm.reference },
      { term: t('Done from'), description: alarm.network ? `${place}, ${alarm.network}` : place },
    ];
  }
  const { device, instanceId, isLocked, browser, network } = alarm;
  const from = browserInWords(browser);
  return [
    { term: t('Device'), description: <DeviceName device={deviceInRecord({ instanceId, name: device })} /> },
    { term: t('State'), description: isLocked ? t('Locked') : t('Being locked') },
    { term: t('Activated from'), description: network ? `${from}, ${network}` : from },
  ];
}
