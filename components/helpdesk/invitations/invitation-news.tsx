import { useState } from 'react';
import { STEP_WORDS, type InvitationStep } from './progress-steps';

/** Says each new step aloud; silent at first, because the page itself says how things stand. */
export function InvitationNews({ title, steps }: { title: string; steps: readonly InvitationStep[] }) {
  const last = steps.findLast(({ progress }) => progress === 'done');
  const news = `${title}. ${last ? `${STEP_WORDS[last.name]}.` : ''}`;
  const [first] = useState(news);
  return (
    <output aria-live="polite" className="sr-only">
      {news === first ? '' : news}
    </output>
  );
}
