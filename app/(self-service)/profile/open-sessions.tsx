import { ActionForm } from '@/components/site/forms/action-form';
import { SessionFacts } from '@/components/site/sessions/session-facts';
import { Badge } from '@/components/ui/badge';
import type { OwnSession } from '@/lib/accounts/sessions/own-sessions';
import { profileNames } from '@/lib/shared/names/profile-names';
import { endSessionAction } from './actions';
import { SignOutEverywhere } from './sign-out-everywhere';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t } from '@/lib/shared/language/t';

/** As many as stand open, newest first; the rest is one press away. */
const SHOWN = 5;

/** Where the person is signed in, and the way out. */
export function OpenSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const [shown, further] = [sessions.slice(0, SHOWN), sessions.slice(SHOWN)];
  return (
    <>
      <SessionList sessions={shown} label={t(profileNames.sessions)} />
      {further.length > 0 && (
        <details className="mt-3">
          <summary className="min-h-11 w-fit content-center text-accent underline-offset-4 hover:underline">
            {t('Show {count} more', { count: further.length })}
          </summary>
          <SessionList sessions={further} label={t('Older sessions')} />
        </details>
      )}
      <div className="mt-6">
        <SignOutEverywhere hasOthers={sessions.length > 1} />
      </div>
    </>
  );
}

function SessionList({ sessions, label }: { sessions: readonly OwnSession[]; label: string }) {
  return (
    <ul aria-label={label} className="grid divide-y divide-line border-y border-line">
      {sessions.map((session) => (
        <OpenSession key={session.handle} session={session} />
      ))}
    </ul>
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
