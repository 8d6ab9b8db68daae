import { canWords, cannotWords, KIND_WORDS } from '@/components/site/devices/ability-words';
import { AssignedSince, DevicePicture, DeviceState } from '@/components/site/devices/device-facts';
import { DescriptionList } from '@/components/ui/lists/description-list';
import type { HelpdeskUser } from '@/lib/helpdesk/desk/read-user';
import { userNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

type Others = NonNullable<HelpdeskUser['devices']>['others'];

/** A user's authenticators that are no app on a phone, for staff: what their user can do with each, and why not the rest. */
export function OtherAuthenticators({ others }: { others: Others }) {
  if (others.length === 0) return null;
  return (
    <ul aria-label={t(userNames.otherAuthenticators)} className="grid gap-4">
      {others.map(({ instanceId, name, kind, state, abilities, ...other }) => (
        <li key={instanceId} className="grid gap-4 rounded-card border border-line bg-surface p-5">
          <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
            <DevicePicture kind={kind} className="h-10 w-9 shrink-0" />
            <div className="min-w-0 grow">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h3 className="min-w-0 text-lg font-semibold wrap-anywhere">{name}</h3>
                <DeviceState state={state} />
              </div>
              {name !== instanceId && <p className="font-mono text-ink-soft">{instanceId}</p>}
              <p>{t(KIND_WORDS[kind])}</p>
              <AssignedSince {...other} />
            </div>
          </div>
          <DescriptionList
            items={[
              {
                term: t('Its person can'),
                description: canWords(abilities).join(', ') || t('Nothing on this website'),
              },
              ...cannotWords(abilities),
            ]}
          />
        </li>
      ))}
    </ul>
  );
}
