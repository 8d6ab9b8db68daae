/** What is typed or answered. Lines that are wider than the screen go on in the next one. */
export function CodeSample({ label, children }: { label: string; children: string }) {
  return (
    <figure className="grid min-w-0 grid-cols-1 gap-1">
      <figcaption className="text-sm text-ink-soft">{label}</figcaption>
      <pre className="rounded-control border border-line bg-surface p-4 font-mono text-sm [overflow-wrap:anywhere] whitespace-pre-wrap">
        {children}
      </pre>
    </figure>
  );
}
