'use client';

import type { Route } from 'next';
import { Link } from '../../ui/buttons/link';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { ShortName } from '@/components/ui/short-name';
import { Time, useZone } from '@/components/ui/time';
import { DAY } from '@/lib/shared/time/duration';
import { formatMoment } from '@/lib/shared/language/format-moment';
import { areaNames } from '@/lib/shared/names/area-names';
import { filmOf } from './film';
import type { Activity } from './activity-story';
import { t } from '@/lib/shared/language/t';

/**
 * Recent events by day, newest first.
 * @param more where the older ones are shown as well; left out when there are none
 * @param notMe where its user reports a stranger; left out for other readers
 */
export function ActivityTimeline({
  events,
  more,
  notMe,
}: {
  events: readonly Activity[];
  more?: Route | undefined;
  notMe?: Route;
}) {
  const zone = useZone();
  return (
    <section aria-labelledby="recent-activity" className="min-w-0">
      <div className="mb-4 grid gap-1">
        <h2 id="recent-activity" className="text-xl font-semibold">
          {t(areaNames.recentActivity)}
        </h2>
        {notMe && events.length > 0 && (
          <Link href={notMe} className="w-fit text-sm text-accent underline-offset-4 hover:underline">
            {t(areaNames.somethingNotMe)}
          </Link>
        )}
      </div>
      {events.length === 0 && <p className="text-ink-soft">{t('Nothing yet.')}</p>}
      <div className="grid gap-6">
        {byDay(events, zone ?? 'UTC').map(([day, lines]) => (
          <div key={day}>
            <h3 className="mb-3 text-sm font-semibold text-ink-soft">{zone === null ? day : dayWords(day, zone)}</h3>
            <ol className="grid gap-4 border-l-2 border-line pl-4">
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ol>
          </div>
        ))}
      </div>
      {more && (
        <div className="mt-5">
          <LinkButton href={more} variant="secondary" scroll={false}>
            {t('Show more')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function Line({ line: { at, text, detail, steps, notMe, afterSteps } }: { line: Activity }) {
  return (
    <li className="grid gap-0.5">
      <span className="wrap-anywhere">{text}</span>
      <span className="text-sm wrap-anywhere text-ink-soft">
        <Time at={at} form="clock" />
        {detail && (
          <>
            <span aria-hidden="true"> · </span>
            <span>{detail}</span>
          </>
        )}
      </span>
      {(steps || notMe) && (
        <div className="flex flex-wrap items-start gap-x-4 text-sm">
          {steps && (
            <details className="open:w-full">
              <summary className="flex min-h-6 w-fit list-none items-center text-accent underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
                <ShortName shown={t('Details')} name={t('Details of “{text}”', { text })} />
              </summary>
              <ol className="my-2 grid gap-1 rounded-control bg-page p-3 text-ink-soft">
                {filmOf(steps).map((step) => (
                  <li key={step.id} className="flex justify-between gap-4">
                    <span className="min-w-0 wrap-anywhere">{step.text}</span>
                    <span className="shrink-0 tabular-nums">{step.gap ?? <Time at={step.at} form="clock" />}</span>
                  </li>
                ))}
              </ol>
              {afterSteps}
            </details>
          )}
          {notMe && (
            <Link href={notMe} className="flex min-h-6 items-center text-accent underline-offset-4 hover:underline">
              <ShortName shown={t('Wasn’t me')} name={t('Wasn’t me: {text}', { text })} />
            </Link>
          )}
        </div>
      )}
    </li>
  );
}

function byDay(events: readonly Activity[], zone: string): [day: string, lines: Activity[]][] {
  const days = new Map<string, Activity[]>();
  for (const event of events) {
    const day = formatMoment(event.at, 'day', zone);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}

function dayWords(day: string, zone: string): string {
  const dayAt = (at: number) => formatMoment(new Date(at).toISOString(), 'day', zone);
  if (day === dayAt(Date.now())) return t('Today');
  return day === dayAt(Date.now() - DAY) ? t('Yesterday') : day;
}
