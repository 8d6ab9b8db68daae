import type { Activity } from '@/components/staff/audit/activity-story';
import { filmText } from '@/components/staff/audit/film';
import { CopyForTicket } from '@/components/ui/buttons/copy-for-ticket';
import { userNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/** What happened step by step, as lines for a ticket. */
export function withStoryCopies(lines: readonly Activity[]): Activity[] {
  return lines.map((line) =>
    line.steps
      ? { ...line, afterSteps: <CopyForTicket name={t(userNames.copyStory)} text={filmText(line.text, line.steps)} /> }
      : line,
  );
}
