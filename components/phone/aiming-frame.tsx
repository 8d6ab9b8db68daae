/** Four corners to fit the image between. Decoration over the camera's picture. */
export function AimingFrame() {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
      className="pointer-events-none absolute inset-0 size-full fill-none stroke-white"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M14 30V20a6 6 0 0 1 6-6h10M70 14h10a6 6 0 0 1 6 6v10M86 70v10a6 6 0 0 1-6 6H70M30 86H20a6 6 0 0 1-6-6V70" />
    </svg>
  );
}
