import type { Route } from 'next';
import { Link } from '@/components/ui/buttons/link';
import { StepList } from '@/components/ui/step-list';
import { currentLanguage } from '@/lib/shared/language/messages';
import type { SetupStep } from '@/lib/messaging/organisation/setup';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t, type Message } from '@/lib/shared/language/t';
import { guidePath } from './guide-path';

/** What each step is for. */
export const STEP_LEADS = {
  name: 'Pages, emails and the phone app say whose site this is.',
  look: 'People recognise your site by them, and an imitation sooner.',
  helpdesk: 'Stands on every page, in emails, letters and the phone app.',
  mail: 'Codes and warnings go out by email. Send one to yourself.',
  gateway: 'What devices are activated at. Look whether it answers.',
  administrator: 'So that nobody is locked out when one of you is away.',
  agent: 'Helps people who lost their phone or can’t go on.',
  activation: 'See what your people will see, with your own phone.',
} as const satisfies Record<SetupStep, Message>;

/** The steps, each leading to its page, and the guide at the end. */
export function SetupSteps({
  steps,
  current,
}: {
  steps: readonly { step: SetupStep; isDone: boolean }[];
  current: SetupStep | null;
}) {
  const rows = steps.map(({ step, isDone }) => ({
    name: step,
    progress: isDone ? ('done' as const) : step === current ? ('current' as const) : ('upcoming' as const),
    text: <StepText href={`/administration/setup/${step}`} name={t(setupNames[step])} lead={t(STEP_LEADS[step])} />,
  }));
  const guide = {
    name: 'guide',
    progress: current === null ? ('current' as const) : ('upcoming' as const),
    text: (
      <StepText
        href={guidePath(currentLanguage())}
        name={t(setupNames.guide)}
        lead={t('One page to print or to send, in four languages.')}
      />
    ),
  };
  return <StepList label={t(setupNames.steps)} steps={[...rows, guide]} />;
}

function StepText({ href, name, lead }: { href: string; name: string; lead: string }) {
  return (
    <>
      <Link href={href as Route} className="font-semibold text-accent underline underline-offset-4">
        {name}
      </Link>
      <span className="block font-normal text-ink-soft">{lead}</span>
    </>
  );
}
