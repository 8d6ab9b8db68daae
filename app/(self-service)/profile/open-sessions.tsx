import { ActionForm } from '@/components/forms/action-form';
import { SessionFacts } from '@/components/sessions/session-facts';
import { Badge } from '@/components/ui/badge';
import type { OwnSession } from '@/lib/accounts/sessions/own-sessions';
import { profileNames } from '@/lib/names/profile-names';
import { endOtherSessionsAction, endSessionAction } from './actions';

/** Where the person is signed in, and the ways out. */
export function OpenSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">{profileNames.sessions}</h2>
      <p className="mb-5 text-ink-soft">Don’t recognize one? End it, then change your password.</p>
      <ul aria-label={profileNames.sessions} className="grid divide-y divide-line border-t border-line">
        {sessions.map((session) => (
          <OpenSession key={session.handle} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="border-t border-line pt-5">
          <ActionForm
            action={endOtherSessionsAction}
            stepUp="never"
            submit={profileNames.signOutOthers}
            variant="secondary"
            pendingText="Signing out…"
            pageWords="You’re signed out in every other browser."
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
      <SessionFacts session={session} isThisOne={isThisOne} badge={isThisOne && <Badge tone="info">This one</Badge>} />
      {!isThisOne && (
        <ActionForm
          action={endSessionAction}
          stepUp="never"
          submit="End session"
          variant="secondary"
          pendingText="Ending…"
          pageWords={`${trace.browser} is signed out.`}
        >
          <input type="hidden" name="handle" value={handle} />
        </ActionForm>
      )}
    </li>
  );
}
