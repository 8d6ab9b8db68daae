'use client';

import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import type { FormAction } from '@/lib/shared/form-state';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t, type Message } from '@/lib/shared/language/t';

/** What the doctor has seen of one thing; its words are those of `npm run doctor`, in English. */
type Seen = {
  place: string | null;
  name: string;
  finding: { verdict: keyof typeof VERDICTS; words: string; fix?: string };
};

const VERDICTS = {
  ok: 'In order',
  skipped: 'Not looked at',
  warning: 'Look at this soon',
  failed: 'Needs to be corrected',
} as const satisfies Record<string, Message>;

const TONES = { ok: 'text-success', skipped: 'text-ink-soft', warning: 'text-warning', failed: 'text-danger' };

export function GatewayStep({ action }: { action: FormAction<StaffRefusalCode> }) {
  return (
    <div className="grid max-w-prose gap-facts">
      <p>{t('The site looks at the way there, and at the answer. It changes nothing, and activates nothing.')}</p>
      <StaffForm
        action={action}
        submit={t(setupNames.check)}
        pendingText={t('Checking…')}
        renderSecret={(answer) => <Findings seen={JSON.parse(answer) as Seen[]} />}
      />
    </div>
  );
}

function Findings({ seen }: { seen: readonly Seen[] }) {
  return (
    <ul role="status" className="grid gap-facts">
      {seen.map(({ place, name, finding }) => (
        <li key={`${place} ${name}`} className="rounded-control border border-line bg-surface p-4">
          <p className={`font-semibold ${TONES[finding.verdict]}`}>{t(VERDICTS[finding.verdict])}</p>
          <p lang="en" className="wrap-anywhere">
            {name}: {finding.words}
          </p>
          {finding.fix !== undefined && <p lang="en">{finding.fix}</p>}
          {place !== null && <p className="text-sm wrap-anywhere text-ink-soft">{place}</p>}
        </li>
      ))}
    </ul>
  );
}
