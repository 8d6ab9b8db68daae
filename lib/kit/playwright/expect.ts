import { expect as base, type Page } from '@playwright/test';
import type { ActivationState } from '../../activation/activation';

/** Playwright's, and what it does not know of Tessera's pages. */
export const expect = base.extend({
  /**
   * That a page shows an activation in this state: `issued` (its image), `scanned`, `verified`, `linked` (the PIN is being
   * chosen), `active`, or one of the ends `expired`, `cancelled`, `failed` and `superseded`. Waits for it.
   */
  async toShowActivation(page: Page, state: ActivationState, options: { timeout?: number } = {}) {
    const panel = page.locator('[data-activation]');
    let pass = true;
    try {
      const expected = this.isNot ? base(panel).not : base(panel);
      await expected.toHaveAttribute('data-activation', state, options);
      pass = !this.isNot;
    } catch {
      pass = this.isNot;
    }
    const panelState = await panel.getAttribute('data-activation', { timeout: 1_000 }).catch(() => null);
    const message = () =>
      `${page.url()} shows ${panelState === null ? 'no activation' : `an activation that is ${panelState}`}, ` +
      `which should ${this.isNot ? 'not ' : ''}be ${state}`;
    return { name: 'toShowActivation', pass, message };
  },
});
