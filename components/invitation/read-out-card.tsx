import { spellOut } from '@/components/activation/image/spell-out';
import { Card } from '@/components/ui/card';

/** What the caller reads out, and that the page waits for the helpdesk. */
export function ReadOutCard({ code, isReconnecting }: { code: string; isReconnecting: boolean }) {
  return (
    <div className="grid gap-6">
      <Card>
        <div className="grid justify-items-center gap-3 text-center">
          <h2 className="text-lg font-semibold">Read this code out to the helpdesk</h2>
          <p aria-hidden="true" translate="no" className="font-mono text-3xl font-semibold tracking-[0.2em]">
            {code.slice(0, 3)} {code.slice(3)}
          </p>
          <p className="sr-only">{spellOut(code)}</p>
          <p className="text-ink-soft">It lets in this browser and no other. Never read out anything else.</p>
        </div>
      </Card>
      <output aria-live="polite" className="text-ink-soft">
        {isReconnecting ? 'Connection lost. Trying again.' : 'Waiting for the helpdesk. This page goes on by itself.'}
      </output>
    </div>
  );
}
