import type { Activity } from '@/components/audit/activity-story';
import { filmText } from '@/components/audit/film';
import { CopyForTicket } from '@/components/ui/buttons/copy-for-ticket';
import { userNames } from '@/lib/names/staff-names';
import { t } from '@/lib/language/t';

/** What happened step by step, as lines for a ticket. */
export function withStoryCopies(lines: readonly Activity[]): Activity[] {
  return lines.map((line) =>
    line.steps
      ? { ...line, afterSteps: <CopyForTicket name={t(userNames.copyStory)} text={filmText(line.text, line.steps)} /> }
      : line,
  );
}
