import { Link } from '../../../ui/buttons/link';

/** One filter of a list, as links: the choice is part of the page's URL. */
export function FilterLinks({
  label,
  options,
}: {
  label: string;
  options: readonly { text: string; query: Record<string, string>; isChosen: boolean }[];
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-2">
      {options.map(({ text, query, isChosen }) => (
        <Link
          key={text}
          href={{ query }}
          aria-current={isChosen || undefined}
          className="flex min-h-11 items-center rounded-full border border-line-strong px-4 hover:border-accent hover:bg-accent-soft aria-current:border-accent aria-current:bg-accent-soft aria-current:font-semibold aria-current:text-accent"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
