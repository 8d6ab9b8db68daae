import { ActionForm } from '@/components/forms/action-form';
import { SessionFacts } from '@/components/sessions/session-facts';
import { Badge } from '@/components/ui/badge';
import type { OwnSession } from '@/lib/accounts/sessions/own-sessions';
import { profileNames } from '@/lib/names/profile-names';
import { endOtherSessionsAction, endSessionAction } from './actions';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t } from '@/lib/language/t';

/** Where the person is signed in, and the ways out. */
export function OpenSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">{t(profileNames.sessions)}</h2>
      <p className="mb-5 text-ink-soft">{t('Don’t recognize one? End it, then change your password.')}</p>
      <ul aria-label={t(profileNames.sessions)} className="grid divide-y divide-line border-t border-line">
        {sessions.map((session) => (
          <OpenSession key={session.handle} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="border-t border-line pt-5">
          <ActionForm
            action={endOtherSessionsAction}
            stepUp="never"
            submit={t(profileNames.signOutOthers)}
            variant="secondary"
            pendingText={t('Signing out…')}
            pageWords={t('You’re signed out in every other browser.')}
          />
        </div>
      )}
    </>
  );
}

function OpenSession({ session }: { session: OwnSession }) {
  const { handle, isThisOne, trace } = session;
  return (
    <li className="grid gap-3 py-4 sm:flex sm:items-start sm:justify-between sm:gap-6">
      <SessionFacts
        session={session}
        isThisOne={isThisOne}
        badge={isThisOne && <Badge tone="info">{t('This one')}</Badge>}
      />
      {!isThisOne && (
        <ActionForm
          action={endSessionAction}
          stepUp="never"
          submit={t('End session')}
          variant="secondary"
          pendingText={t('Ending…')}
          pageWords={t('{browser} is signed out.', { browser: browserInWords(trace.browser) })}
        >
          <input type="hidden" name="handle" value={handle} />
        </ActionForm>
      )}
    </li>
  );
}
