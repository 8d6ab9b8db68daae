import { useEffect, useRef } from 'react';
import { t } from '@/lib/shared/language/t';

/** In the place of what was asked for, once somebody comes back from confirming it. */
export function ConfirmedBy({ name }: { name: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p
      ref={line}
      tabIndex={-1}
      role="status"
      className="flex items-baseline gap-2 rounded-control border border-line p-4 font-semibold wrap-anywhere"
    >
      <span aria-hidden="true" className="text-success">
        ✓
      </span>
      {t('Confirmed by {name}', { name })}
    </p>
  );
}
