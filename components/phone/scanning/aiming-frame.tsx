/** Dims all but a square with marked corners, to fit the image into. Decoration over the camera's picture. */
export function AimingFrame() {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
      className="pointer-events-none absolute inset-0 size-full fill-none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path
        className="fill-black/55"
        fillRule="evenodd"
        d="M0 0h100v100H0zM19 12a7 7 0 0 0-7 7v62a7 7 0 0 0 7 7h62a7 7 0 0 0 7-7V19a7 7 0 0 0-7-7z"
      />
      <path
        className="stroke-white"
        strokeWidth="2"
        d="M12 30V19a7 7 0 0 1 7-7h11M70 12h11a7 7 0 0 1 7 7v11M88 70v11a7 7 0 0 1-7 7H70M30 88H19a7 7 0 0 1-7-7V70"
      />
    </svg>
  );
}
