import { ActionForm } from '@/components/forms/action-form';
import { SessionFacts } from '@/components/sessions/session-facts';
import { Badge } from '@/components/ui/badge';
import type { OwnSession } from '@/lib/accounts/sessions/own-sessions';
import { profileNames } from '@/lib/names/profile-names';
import { endSessionAction } from './actions';
import { SignOutEverywhere } from './sign-out-everywhere';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t } from '@/lib/language/t';

/** Where the person is signed in, and the way out. */
export function OpenSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <>
      <ul aria-label={t(profileNames.sessions)} className="mb-6 grid divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <OpenSession key={session.handle} session={session} />
        ))}
      </ul>
      <SignOutEverywhere hasOthers={sessions.length > 1} />
    </>
  );
}

function OpenSession({ session }: { session: OwnSession }) {
  const { handle, isThisOne, trace } = session;
  return (
    <li className="flex items-start justify-between gap-4 py-4 *:[form]:shrink-0">
      <SessionFacts
        session={session}
        isThisOne={isThisOne}
        badge={isThisOne && <Badge tone="info">{t('This one')}</Badge>}
      />
      {!isThisOne && (
        <ActionForm
          action={endSessionAction}
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
