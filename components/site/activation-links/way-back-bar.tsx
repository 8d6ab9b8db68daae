import type { ReactNode } from 'react';

/** Set by a page that shows the way back itself, so that it is there once. */
export const OWN_WAY_BACK = { 'data-own-way-back': '' };

/**
 * A line above every page while the way back is there, whatever the person is asked or told on the way.
 * @param wayBack the form that leads back @param children the pages
 */
export function WithWayBack({ wayBack, children }: { wayBack: ReactNode; children: ReactNode }) {
  if (wayBack === null) return children;
  return (
    <div className="group/area flex grow flex-col">
      <div className="border-b border-line bg-surface group-has-data-own-way-back/area:hidden print:hidden">
        <div className="area-width py-1">
          {/* As wide as the quiet button's padding, so that its words stand below those above. */}
          <div className="-ml-3">{wayBack}</div>
        </div>
      </div>
      {children}
    </div>
  );
}
