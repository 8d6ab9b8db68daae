'use client';

import { Component, type ReactNode } from 'react';
import { siteHasChanged } from '@/components/following/site-has-changed';
import { LoadAgainButton } from '@/components/forms/load-again-button';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/language/t';

/** Stands in for a part of the page whose script could not be loaded. Other errors pass. */
export class LoadBoundary extends Component<
  { onRetry: () => void; children: ReactNode },
  { error: unknown; hasFailed: boolean; isOutdated: boolean }
> {
  override state = { error: null as unknown, hasFailed: false, isOutdated: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, hasFailed: true };
  }

  override componentDidCatch(): void {
    void siteHasChanged().then((isOutdated) => this.setState({ isOutdated }));
  }

  override render(): ReactNode {
    const { error, hasFailed, isOutdated } = this.state;
    if (!hasFailed) return this.props.children;
    if (!(error instanceof Error) || error.name !== 'ChunkLoadError') throw error;
    if (isOutdated)
      return (
        <Notice tone="info" role="alert">
          <p>{t('This site was updated after you opened the page. Load the page again to go on.')}</p>
          <div className="mt-2">
            <LoadAgainButton />
          </div>
        </Notice>
      );
    return (
      <Notice tone="error" role="alert">
        <p>{t('This part of the page could not be loaded. Check your connection, then try again.')}</p>
        <div className="mt-2">
          <Button
            onClick={() => {
              this.props.onRetry();
              this.setState({ error: null, hasFailed: false });
            }}
          >
            {t('Try again')}
          </Button>
        </div>
      </Notice>
    );
  }
}
