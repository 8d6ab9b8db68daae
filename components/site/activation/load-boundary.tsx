'use client';

import { Component, type ReactNode } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/shared/language/t';

/**
 * Stands in for a part of the page whose script could not be loaded. Other errors pass. What fails again with a network is of a
 * version that the site no longer has: then the whole page is loaded anew, and shows the same.
 */
export class LoadBoundary extends Component<
  { onRetry: () => void; children: ReactNode },
  { error: unknown; hasFailed: boolean; hasRetried: boolean }
> {
  override state = { error: null as unknown, hasFailed: false, hasRetried: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, hasFailed: true };
  }

  tryAgain = (): void => {
    if (this.state.hasRetried && navigator.onLine) return location.reload();
    this.props.onRetry();
    this.setState({ error: null, hasFailed: false, hasRetried: true });
  };

  override render(): ReactNode {
    const { error, hasFailed } = this.state;
    if (!hasFailed) return this.props.children;
    if (!(error instanceof Error) || error.name !== 'ChunkLoadError') throw error;
    return (
      <Notice tone="error" role="alert">
        <p>{t('This part of the page could not be loaded. Check your connection, then try again.')}</p>
        <div className="mt-2">
          <Button onClick={this.tryAgain}>{t('Try again')}</Button>
        </div>
      </Notice>
    );
  }
}
