import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/lists/description-list';
import type { DecisionObstacle } from '@/lib/helpdesk/approvals/decision';
import { t } from '@/lib/shared/language/t';
import { OBSTACLE_WORDS } from './obstacle-words';

type Waiting = { id: string; obstacle: DecisionObstacle | null };

/** Requests of one kind that wait for a second person. @param decide the buttons, where the reader may */
export function SecondPersonQueue<Request extends Waiting>({
  id,
  title,
  requests,
  headingOf,
  itemsOf,
  decide,
}: {
  id: string;
  title: string;
  requests: readonly Request[];
  headingOf: (request: Request) => string;
  itemsOf: (request: Request) => { term: string; description: ReactNode }[];
  decide: (request: Request) => ReactNode;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 text-xl font-semibold">
        {title}
      </h2>
      <ul aria-labelledby={id} className="grid gap-6">
        {requests.map((request) => (
          <li
            key={request.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 rounded-card border border-line bg-surface p-5 sm:p-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
          >
            <div className="min-w-0">
              <h3 className="mb-4 text-lg font-semibold wrap-anywhere">{headingOf(request)}</h3>
              <DescriptionList items={itemsOf(request)} />
            </div>
            {request.obstacle ? (
              <p className="text-ink-soft">{t(OBSTACLE_WORDS[request.obstacle])}</p>
            ) : (
              <div className="grid content-start gap-4">{decide(request)}</div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
