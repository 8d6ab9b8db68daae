import { scaleBand, scaleLinear } from 'd3-scale';
import { area } from 'd3-shape';
import type { FunnelStage } from '@/lib/activation/statistics/activation-funnel';
import { numbersNames } from '@/lib/shared/names/staff-names';
import { shareWords, STEP_WORDS } from './statistics-words';
import { formatCount, t } from '@/lib/shared/language/t';
/** In SVG user units, which equal CSS pixels at the layout's design width. */
const LAYOUTS = {
  wide: { width: 900, left: 120, right: 130, rowHeight: 56, padding: 0.42, labelAbove: false },
  narrow: { width: 300, left: 0, right: 0, rowHeight: 66, padding: 0.62, labelAbove: true },
};

/**
 * The steps as bars, and between them the drop-off. Rendered on the server, as SVG with presentation attributes only,
 * because the content security policy blocks inline styles. The table beside the chart gives the same figures as text.
 */
export function FunnelChart({ stages, layout }: { stages: readonly FunnelStage[]; layout: keyof typeof LAYOUTS }) {
  const { width, left, right, rowHeight, padding, labelAbove } = LAYOUTS[layout];
  const height = stages.length * rowHeight;
  const started = stages[0]?.count ?? 0;
  const x = scaleLinear()
    .domain([0, Math.max(1, started)])
    .range([left, width - right]);
  const y = scaleBand(
    stages.map(({ step }) => step),
    [0, height],
  ).padding(padding);
  const bar = y.bandwidth();
  const top = (step: FunnelStage['step']) => (y(step) ?? 0) + (labelAbove ? 10 : 0);
  const fall = area<FunnelStage>()
    .x0(left)
    .x1(({ count }) => x(count))
    .y(({ step }) => top(step));

  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary(stages)} className="block h-auto w-full">
      {stages.slice(0, -1).map((stage, index) => (
        <path
          key={stage.step}
          d={fallPath(stage, stages[index + 1])}
          className="fill-accent-soft forced-colors:fill-none"
        />
      ))}
      <line x1={left} x2={left} y1={0} y2={height} className="stroke-line-strong forced-colors:stroke-[CanvasText]" />
      {stages.map(({ step, count }) => (
        <g key={step}>
          <rect
            x={left}
            y={top(step)}
            width={x(count) - left}
            height={bar}
            rx={3}
            className="fill-accent forced-colors:fill-[CanvasText]"
          />
          <text
            x={labelAbove ? left : left - 12}
            y={labelAbove ? top(step) - 8 : top(step) + bar / 2}
            textAnchor={labelAbove ? 'start' : 'end'}
            dominantBaseline={labelAbove ? 'auto' : 'central'}
            className="fill-ink text-sm forced-colors:fill-[CanvasText]"
          >
            {t(STEP_WORDS[step])}
          </text>
          <text
            x={labelAbove ? width : x(count) + 12}
            y={labelAbove ? top(step) - 8 : top(step) + bar / 2}
            textAnchor={labelAbove ? 'end' : 'start'}
            dominantBaseline={labelAbove ? 'auto' : 'central'}
            className="fill-ink text-sm font-semibold tabular-nums forced-colors:fill-[CanvasText]"
          >
            {`${formatCount(count)} · ${shareWords(count, started)}`}
          </text>
        </g>
      ))}
    </svg>
  );

  /** The area from the lower edge of one bar to the upper edge of the next. */
  function fallPath(from: FunnelStage, to: FunnelStage | undefined): string {
    if (!to) return '';
    return fall.y((stage) => top(stage.step) + (stage === from ? bar : 0))([from, to]) ?? '';
  }
}

function summary(stages: readonly FunnelStage[]): string {
  const parts = stages.map(({ step, count }) => `${t(STEP_WORDS[step])} ${formatCount(count)}`);
  return t(numbersNames.chart, { steps: parts.join(', ') });
}
