import { ChevronDown, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { areaNames } from '@/lib/shared/names/area-names';
import { t } from '@/lib/shared/language/t';

/** Who is signed in, and what they may do about it. Needs no JavaScript. @param children links and buttons */
export function UserMenu({ name, userId, children }: { name: string; userId: string; children: ReactNode }) {
  return (
    <details className="group relative" data-closes-outside>
      <summary
        className="flex min-h-11 list-none items-center gap-2 rounded-control px-3 hover:bg-accent-soft [&::-webkit-details-marker]:hidden"
        aria-label={t(areaNames.account, { name, userId })}
      >
        <span className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-accent">
          <UserRound aria-hidden="true" className="size-5" />
        </span>
        <span className="hidden max-w-40 truncate sm:block">{name}</span>
        <ChevronDown aria-hidden="true" className="size-4 text-ink-soft group-open:rotate-180" />
      </summary>
      <div className="absolute right-0 z-20 mt-1 grid w-64 gap-1 rounded-card border border-line bg-surface p-2 shadow-raised">
        <div className="border-b border-line px-3 pt-1 pb-3">
          <p className="font-semibold wrap-anywhere">{name}</p>
          <p className="text-sm wrap-anywhere text-ink-soft">{userId}</p>
        </div>
        {children}
      </div>
    </details>
  );
}
