/**
 * Who asks in a caller check, and the two words that both sides see. The words are English in every language, so that
 * programs may not translate them.
 * @param name by which the words are found
 * @param askedBy "Ann Agent, IT Service Desk"
 */
export function CheckWords({ name, askedBy, words }: { name: string; askedBy: string; words: string }) {
  return (
    <p className="w-fit max-w-full rounded-control bg-accent-soft px-5 py-3">
      <span className="block text-sm wrap-anywhere text-ink-soft">{askedBy}</span>
      <output aria-label={name} lang="en" translate="no" className="block text-2xl font-semibold">
        {words}
      </output>
    </p>
  );
}
