import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import type { HelpdeskContact } from '@/lib/shared/helpdesk-contact';
import type { Phone } from './phone';
import { inBackground } from '@/components/site/feedback/perform';

const Contact = createContext<HelpdeskContact | null>(null);

/** Hands the website's helpdesk to the screens, also without a network once it was heard of. */
export function HelpdeskProvider({ phone, children }: { phone: Phone; children: ReactNode }) {
  const [contact, setContact] = useState<HelpdeskContact | null>(null);
  useEffect(() => {
    let isGone = false;
    async function read(): Promise<void> {
      const address = await phone.gateway().catch(() => phone.rememberedGateway());
      if (!isGone) setContact(address?.helpdeskContact ?? null);
    }
    inBackground(read());
    return () => {
      isGone = true;
    };
  }, [phone]);
  return <Contact value={contact}>{children}</Contact>;
}

/** Whom to call or write to; nothing where the website does not say. */
export function HelpdeskHelp() {
  const contact = use(Contact);
  return (
    contact && (
      <p className="text-ink-soft">
        <HelpdeskContactLine contact={contact} />
      </p>
    )
  );
}
