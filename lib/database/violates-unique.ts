/**
 * Whether a write failed because a unique index already holds its value. Drivers report the index in different places of
 * the error, so its whole text is searched.
 * @param index the index's name or, where the driver reports columns, one of them
 */
export function violatesUnique(error: unknown, index: string): boolean {
  if (!(error instanceof Error)) return false;
  const text = `${error.message} ${JSON.stringify(error)} ${JSON.stringify(error.cause) ?? ''}`;
  return (text.includes('P2002') || text.includes('23505')) && text.includes(index);
}
