import { formatDuration, t } from '@/lib/shared/language/t';

/** In seconds: unnoticeable, and as fine as the measurement. */
const EXACT = 2;

/** In seconds: half a time step. Beyond it the gateway may refuse one-time passwords. */
const HARMFUL = 15;

/** @param drift in seconds; positive when the phone is ahead */
export function clockWords(drift: number | 'asking' | 'unknown'): string {
  if (drift === 'asking') return t('Comparing with the website’s clock…');
  if (drift === 'unknown') return t('The website’s clock can’t be checked right now.');
  if (Math.abs(drift) < EXACT) return t('This phone’s clock is right.');
  const time = duration(Math.abs(drift));
  const off =
    drift > 0 ? t('This phone’s clock is {time} fast.', { time }) : t('This phone’s clock is {time} slow.', { time });
  return isHarmful(drift)
    ? `${off} ${t('One-time passwords may be refused. Let the phone set its clock automatically.')}`
    : `${off} ${t('That’s close enough.')}`;
}

/** @param drift in seconds; null when it could not be measured */
export function clockVerdict(drift: number | null): 'works' | 'fails' | 'unknown' {
  if (drift === null) return 'unknown';
  return isHarmful(drift) ? 'fails' : 'works';
}

function isHarmful(drift: number): boolean {
  return Math.abs(drift) >= HARMFUL;
}

/** "95 seconds", "10 minutes". */
function duration(seconds: number): string {
  if (seconds < 120) return formatDuration(seconds, 'second');
  return seconds < 7_200
    ? formatDuration(Math.round(seconds / 60), 'minute')
    : formatDuration(Math.round(seconds / 3_600), 'hour');
}
