/** Nine tesserae, the middle one in another colour: the tile that is yours. Decorative beside the name. */
export function SiteMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className}>
      <path
        className="fill-accent forced-colors:fill-[CanvasText]"
        d="M4 2h5.5v7.5H2V4a2 2 0 0 1 2-2ZM12 2h8v6l-8 1.5ZM22.5 2H28a2 2 0 0 1 2 2v5.5l-7.5-1.5ZM2 12l7.5.500V20L2 21ZM22.5 11l7.5 1v8l-7.5 1ZM2 23.5l7.5-1V30H4a2 2 0 0 1-2-2ZM12 23l8 .5V30h-8ZM22.5 23.5l7.5-1V28a2 2 0 0 1-2 2h-5.5Z"
      />
      <path className="fill-tile forced-colors:fill-[Highlight]" d="M12 12l8-1.5v10l-8-.5Z" />
    </svg>
  );
}
