/**
 * Stands where content will appear, so that nothing jumps when it does.
 * @param label said once to those who do not see it, for example "Loading your devices"
 */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <div>
      <output className="sr-only">{label}</output>
      <div aria-hidden="true" className="grid animate-pulse gap-4 motion-reduce:animate-none">
        <div className="h-9 w-2/3 rounded-control bg-line" />
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className="h-20 rounded-card bg-line" />
        ))}
      </div>
    </div>
  );
}
