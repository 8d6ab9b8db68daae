import { CircleCheck, Lock } from 'lucide-react';
import { RichText } from '@/components/site/language/rich-text';
import { Time } from '@/components/ui/time';
import type { OtherAuthenticator } from '@/lib/devices/authenticator-directory';
import { t } from '@/lib/shared/language/t';

/** Since when a hardware or virtual authenticator is its owner's, where the gateway reports it. */
export function AssignedSince({ assignedAt }: { assignedAt?: Date }) {
  return (
    assignedAt && (
      <p className="text-sm text-ink-soft">
        <RichText message="Assigned {time}" values={{ time: <Time at={assignedAt.toISOString()} form="relative" /> }} />
      </p>
    )
  );
}

/** When a device was activated and last used, where the gateway reports it. */
export function DeviceTimes({ activatedAt, lastUsedAt }: { activatedAt?: Date; lastUsedAt?: Date | null }) {
  return (
    <>
      {activatedAt && (
        <p className="text-sm text-ink-soft">
          <RichText
            message="Activated {time}"
            values={{ time: <Time at={activatedAt.toISOString()} form="relative" /> }}
          />
        </p>
      )}
      {lastUsedAt !== undefined && (
        <p className="text-sm text-ink-soft">
          {lastUsedAt ? (
            <RichText
              message="Last used {time}"
              values={{ time: <Time at={lastUsedAt.toISOString()} form="relative" /> }}
            />
          ) : (
            t('Never used')
          )}
        </p>
      )}
    </>
  );
}

/** From when a device works, where that is still to come. */
export function WorksFrom({ usableFrom }: { usableFrom?: Date }) {
  return (
    usableFrom && (
      <p className="text-sm font-semibold text-warning">
        <RichText
          message="Works from {time}."
          values={{ time: <Time at={usableFrom.toISOString()} form="upcoming" /> }}
        />
      </p>
    )
  );
}

/** @param at null for a device that was never used; undefined if the gateway does not say */
export function MomentOr({ at }: { at: Date | null | undefined }) {
  if (at === undefined) return t('Unknown');
  return at ? <Time at={at.toISOString()} form="relative" /> : t('Never used');
}

/** In words, with a shape of its own. */
export function DeviceState({ state }: { state: 'active' | 'locked' }) {
  return state === 'active' ? (
    <span className="flex items-center gap-1.5 font-semibold text-accent">
      <CircleCheck aria-hidden="true" className="size-4.5" />
      {t('Active')}
    </span>
  ) : (
    <span className="flex items-center gap-1.5 font-semibold text-warning">
      <Lock aria-hidden="true" className="size-4.5" />
      {t('Locked')}
    </span>
  );
}

const SHAPES = {
  token: {
    body: 'M16 4h24a6 6 0 0 1 6 6v44a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6V10a6 6 0 0 1 6-6Z',
    foot: 'M18 14h20',
    tiles: [17, 26],
  },
  message: {
    body: 'M8 10h40a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H24L12 58V48H8a6 6 0 0 1-6-6V16a6 6 0 0 1 6-6Z',
    foot: '',
    tiles: [17, 18],
  },
  phone: {
    body: 'M15 2h26a7 7 0 0 1 7 7v46a7 7 0 0 1-7 7H15a7 7 0 0 1-7-7V9a7 7 0 0 1 7-7Z',
    foot: 'M24 54h8',
    tiles: [17, 18],
  },
  tablet: {
    body: 'M9 6h38a7 7 0 0 1 7 7v38a7 7 0 0 1-7 7H9a7 7 0 0 1-7-7V13a7 7 0 0 1 7-7Z',
    foot: 'M25 51h6',
    tiles: [17, 18],
  },
  computer: { body: 'M11 9h34a5 5 0 0 1 5 5v29H6V14a5 5 0 0 1 5-5Z', foot: 'M2 50h52', tiles: [17, 15] },
} as const;

/** A gateway tells no kinds of devices, so that a picture is chosen by the name that its owner gave it. */
function shapeOf(name: string): Exclude<keyof typeof SHAPES, 'token' | 'message'> {
  if (/\b(?:tablet|tab|ipad)\b/i.test(name)) return 'tablet';
  return /\b(?:laptop|notebook|computer|desktop|terminal|pc|macbook|imac|mac|windows|linux)\b/i.test(name)
    ? 'computer'
    : 'phone';
}

const SHAPE_OF_KIND = { hardware: 'token', virtual: 'message' } as const;

/**
 * The device with the site's tiles on its screen. Decorative.
 * @param kind left out for a phone, a tablet or a computer
 * @param name of the device; a phone without one
 */
export function DevicePicture({
  name = '',
  kind,
  className,
}: {
  name?: string;
  kind?: OtherAuthenticator['kind'];
  className: string;
}) {
  const { body, foot, tiles } = SHAPES[kind ? SHAPE_OF_KIND[kind] : shapeOf(name)];
  const [x, y] = tiles;
  return (
    <svg viewBox="0 0 56 64" aria-hidden="true" focusable="false" className={className}>
      <path d={body} strokeWidth="2.5" className="fill-page stroke-line-strong" />
      <path d={`M${x} ${y}h10v10h-10ZM${x + 12} ${y}h10v10h-10ZM${x} ${y + 12}h10v10h-10Z`} className="fill-accent" />
      <path d={`M${x + 12} ${y + 12}h10v10h-10Z`} className="fill-tile" />
      <path d={foot} strokeWidth="2.5" strokeLinecap="round" className="stroke-line-strong" />
    </svg>
  );
}
