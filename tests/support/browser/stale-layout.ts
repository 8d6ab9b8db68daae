/**
 * What a page shows otherwise than if its engine laid it out for the first time, at the width that its window has now; and
 * whether it is wider than that. One line each. Runs in the page, at one moment: nothing that changes with time counts.
 */
export function staleLayout(): string[] {
  const root = document.documentElement;
  const measure = () => {
    // An animation that begins anew would move what it shows.
    for (const animation of document.getAnimations()) animation.cancel();
    return Array.from(root.querySelectorAll('body *'), (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const numbers = [left + scrollX, top + scrollY, width, height];
      return { element, numbers: numbers.map((number) => Math.round(number)) };
    });
  };
  const widths = [root.scrollWidth, root.clientWidth] as const;
  const shown = measure();
  root.style.display = 'none';
  // Lets go of all boxes.
  void root.offsetHeight;
  root.style.display = '';
  const fresh = measure();
  const stale = shown.flatMap(({ element, numbers }, index) => {
    const anew = fresh[index]?.numbers ?? [];
    if (numbers.every((number, side) => Math.abs(number - (anew[side] ?? Infinity)) <= 1)) return [];
    return [`${element.outerHTML.slice(0, 120)}: ${numbers.join(' ')}, laid out anew ${anew.join(' ')}`];
  });
  return widths[0] > widths[1] ? [`${widths[0]} px in a window of ${widths[1]} px`, ...stale] : stale;
}
