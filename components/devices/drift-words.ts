/** How far the phone's clock is off. @param driftSeconds positive when the phone is ahead */
export function driftWords(driftSeconds: number): string {
  const seconds = Math.abs(driftSeconds);
  if (seconds === 0) return 'The phone’s clock is right.';
  const amount = seconds < 90 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
  return `The phone’s clock is about ${amount} ${driftSeconds > 0 ? 'ahead' : 'behind'}.`;
}
