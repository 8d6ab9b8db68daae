import { actorWords } from '@/components/audit/actor-words';
import { verdictWords } from '@/components/audit/verdict-words';
import { VerificationPanel } from '@/components/audit/verification-panel';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { allOf } from '@/lib/audit/audit-log';
import { services } from '@/lib/composition/compose';

const ALWAYS = { from: new Date(0), to: new Date('9999-01-01') };

/** Verifies the log and shows the last verdict. */
export async function VerificationSection() {
  const { audit } = (await services()).audit;
  const verifications = { ...allOf(ALWAYS), type: 'audit-log-verified' } as const;
  const [last] = await audit.list(verifications, { order: 'newest-first', after: null, limit: 1 });
  return (
    <section aria-labelledby="verification" className="print:hidden">
      <Card>
        <h2 id="verification" className="mb-1 text-xl font-semibold">
          Verification
        </h2>
        <p className="mb-4 max-w-prose text-ink-soft">
          Each record carries a hash of the one before it. Verification reads the whole log again and names the first
          record that was changed or removed.
        </p>
        <VerificationPanel />
        {last?.event.type === 'audit-log-verified' && (
          <p className="mt-4 text-sm text-ink-soft">
            Last verified <Time at={last.at.toISOString()} form="relative" /> by {actorWords(last.event.actor)}:{' '}
            {verdictWords(last.event.verdict)}.
          </p>
        )}
      </Card>
    </section>
  );
}
