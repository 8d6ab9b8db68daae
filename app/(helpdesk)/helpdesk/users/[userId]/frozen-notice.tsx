import { UnfreezeForm } from '@/components/staff/helpdesk/people/unfreeze-form';
import { requesterWords } from '@/components/staff/helpdesk/people/person';
import { RichText } from '@/components/site/language/rich-text';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { StandingFreeze } from '@/lib/accounts/freeze/freeze';
import { askToLiftAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** That nobody can sign in, and the way to change that. @param liftAskedBy who has asked for it; null for nobody */
export function FrozenNotice({
  userId,
  freeze,
  liftAskedBy,
  people,
  mayAsk,
}: {
  userId: string;
  freeze: StandingFreeze;
  liftAskedBy: string | null;
  people: PeopleNames;
  mayAsk: boolean;
}) {
  return (
    <Notice tone="warning" title={t('This account is frozen')}>
      <p>
        <RichText
          message="Since {time}. No device and no passkey works, nobody can sign in, and nothing can be activated."
          values={{ time: <Time at={freeze.frozenAt.toISOString()} form="relative" /> }}
        />
      </p>
      {freeze.state === 'frozen' && liftAskedBy === null && mayAsk && (
        <div className="mt-3">
          <UnfreezeForm userId={userId} action={askToLiftAction} />
        </div>
      )}
      {liftAskedBy !== null && (
        <p className="mt-2">{t('{actor} asked to unfreeze it.', { actor: requesterWords(people, liftAskedBy) })}</p>
      )}
    </Notice>
  );
}
