import { ActionForm } from '@/components/forms/action-form';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import type { ProofKind, Proofs } from '@/lib/accounts/proofs/proof';
import type { OwnSession } from '@/lib/accounts/sessions/own-sessions';
import { endOtherSessionsAction, endSessionAction } from './actions';

/** Where the person is signed in, and the ways out. */
export function OpenSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">Where you are signed in</h2>
      <p className="mb-5 text-ink-soft">Don’t recognize one? End it, then change your password.</p>
      <ul aria-label="Where you are signed in" className="grid divide-y divide-line border-t border-line">
        {sessions.map((session) => (
          <OpenSession key={session.handle} session={session} />
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="border-t border-line pt-5">
          <ActionForm
            action={endOtherSessionsAction}
            stepUp="never"
            submit="Sign out all others"
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
  const { handle, isThisOne, trace, proofs, createdAt, lastSeenAt } = session;
  return (
    <li className="grid gap-3 py-4 sm:flex sm:items-start sm:justify-between sm:gap-6">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold wrap-anywhere">{trace.browser}</span>
          {isThisOne && <Badge tone="info">This one</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {trace.network ?? 'Unknown network'} · {proofWords(proofs)}
        </p>
        <p className="text-sm text-ink-soft">
          Since <Time at={createdAt.toISOString()} form="relative" />
          {!isThisOne && (
            <>
              , last seen <Time at={lastSeenAt.toISOString()} form="relative" />
            </>
          )}
        </p>
      </div>
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

const PROOF_WORDS: Record<ProofKind, string> = {
  password: 'password',
  passkey: 'passkey',
  device: 'phone',
  'new-device': 'new phone',
  'one-time-password': 'one-time password',
  provider: 'your organisation’s sign-in',
  invitation: 'invitation',
  'recovery-code': 'recovery code',
  'mailed-code': 'code by email',
};

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Password and one-time password", in the order in which they were given. */
function proofWords(proofs: Proofs): string {
  const given = Object.entries(proofs).toSorted(([, one], [, other]) => one.getTime() - other.getTime());
  const words = LIST.format(given.map(([kind]) => PROOF_WORDS[kind as ProofKind]));
  return words === '' ? 'No proof kept' : words.charAt(0).toUpperCase() + words.slice(1);
}
