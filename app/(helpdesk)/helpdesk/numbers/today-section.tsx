import { ActivationQueue } from '@/components/statistics/activation-queue';
import { Card } from '@/components/ui/card';
import { Figures } from '@/components/ui/figures';
import { PENDING_STATES } from '@/lib/activation/activation';
import { countOutcomes } from '@/lib/statistics/count-outcomes';
import { services } from '@/lib/composition/compose';
import { lastDays } from '@/lib/shared/time/period';

const NEWEST = 20;

/** States in which a user may need help. */
const WITHOUT_DEVICE = [...PENDING_STATES, 'expired', 'failed'] as const;

/** Today's activations. @param mayViewUsers whether to list whose activations they are */
export async function TodaySection({ mayViewUsers }: { mayViewUsers: boolean }) {
  const { numbers } = await services();
  const today = lastDays(1, numbers.clock.now());
  const unfinished = { period: today, states: WITHOUT_DEVICE };
  const [outcomes, newest] = await Promise.all([
    numbers.activations.outcomes(today),
    mayViewUsers ? numbers.activations.list(unfinished, { order: 'newest-first', after: null, limit: NEWEST }) : null,
  ]);
  const { started, active, pending, expired, cancelled, failed } = countOutcomes(outcomes);
  return (
    <section aria-labelledby="today" className="grid grid-cols-1 gap-5">
      <h2 id="today" className="text-xl font-semibold">
        Today
      </h2>
      <Figures
        figures={[
          { name: 'Started', value: started },
          { name: 'Activated', value: active, tone: 'success' },
          { name: 'Under way', value: pending },
          { name: 'Expired', value: expired },
          { name: 'Cancelled', value: cancelled },
          { name: 'Failed', value: failed, tone: 'danger' },
        ]}
      />
      {newest && (
        <Card>
          <h3 className="mb-1 text-lg font-semibold">Without a device so far</h3>
          <ActivationQueue activations={newest} />
        </Card>
      )}
    </section>
  );
}
