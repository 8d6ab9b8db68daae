/**
 * Repeats a random search until it has been everywhere: one that finds nothing wrong is worth something only then, and
 * chance leaves a place out now and then.
 * @param search searches once more, and returns where it has been
 * @returns the places where even ten searches have not been
 */
export async function searchEverywhere(
  places: readonly string[],
  search: () => Promise<ReadonlySet<string>>,
): Promise<string[]> {
  let left = [...places];
  for (let searches = 0; left.length > 0 && searches < 10; searches++) {
    const seen = await search();
    left = left.filter((place) => !seen.has(place));
  }
  return left;
}
