import { z } from 'zod';
import { accept, refuse } from '../../../shared/result';
import { daysOf, isPeriodAllowed } from '../../../shared/time/period';
import { activationFunnel } from '../../../activation/statistics/activation-funnel';
import type { Duration } from '../../../activation/statistics/activation-statistics';
import { countOutcomes } from '../../../activation/statistics/count-outcomes';
import { FUNNEL_STEPS } from '../../../activation/statistics/funnel-step';
import { route } from '../route';
import { NONE } from './fields';
import { daysFields, periodOf } from './periods';

const durationSchema = z
  .strictObject({ medianSeconds: z.number(), p95Seconds: z.number() })
  .nullable()
  .describe('Null where no activation has both times.');

const statisticsSchema = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    outcomes: z.strictObject({
      started: z.int(),
      active: z.int(),
      pending: z.int(),
      expired: z.int(),
      cancelled: z.int(),
      failed: z.int(),
    }),
    funnel: z.array(
      z.strictObject({
        step: z.enum(FUNNEL_STEPS),
        count: z.int().describe('Activations that came this far.'),
        duration: durationSchema.describe('From the step before.'),
      }),
    ),
    whole: durationSchema.describe('From the start to a device that works.'),
  })
  .meta({ id: 'ActivationStatistics', description: 'Of all domains, without names.' });

function seconds(duration: Duration | null): z.input<typeof durationSchema> {
  return duration && { medianSeconds: duration.median, p95Seconds: duration.p95 };
}

const COUNTED = { started: 120, active: 110, pending: 1, expired: 6, cancelled: 2, failed: 1 };

export const STATISTICS = [
  route({
    id: 'readActivationStatistics',
    kind: 'read',
    method: 'GET',
    path: '/statistics/activations',
    scope: 'numbers:view',
    tag: 'Statistics',
    summary: 'How far the activations of a period came',
    description: 'Of the activations that began on the days from `from` to `to`, and how far they have come by now.',
    params: NONE,
    query: z.strictObject(daysFields),
    body: null,
    answers: { 200: { description: 'Counts and durations.', schema: statisticsSchema } },
    problems: ['period-not-allowed'],
    example: {
      path: '/statistics/activations',
      query: 'from=2026-11-01&to=2026-11-30',
      status: 200,
      answer: {
        from: '2026-11-01',
        to: '2026-11-30',
        outcomes: COUNTED,
        funnel: [
          { step: 'started', count: 120, duration: null },
          { step: 'shown', count: 118, duration: { medianSeconds: 1.2, p95Seconds: 4.8 } },
        ],
        whole: { medianSeconds: 41.5, p95Seconds: 118 },
      },
    },
    follows: null,
    async read({ query: { from, to } }, { services, caller: { domain } }) {
      const period = periodOf(from, to);
      if (!isPeriodAllowed(period)) return refuse('period-not-allowed');
      const { activations } = services.statistics;
      const [outcomes, durations] = await Promise.all([
        activations.outcomes({ period, domain }),
        activations.durations({ period, domain }),
      ]);
      const { stages, whole } = activationFunnel(outcomes, durations);
      return accept({
        ...daysOf(period),
        outcomes: countOutcomes(outcomes),
        funnel: stages.map(({ step, count, duration }) => ({ step, count, duration: seconds(duration) })),
        whole: seconds(whole),
      });
    },
  }),
];
