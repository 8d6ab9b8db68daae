import { describe, expect, it } from 'vitest';
import { auditFields, auditFilterSchema } from '@/app/(helpdesk)/helpdesk/audit/audit-filter-schema';

const DAYS = { from: '2026-05-01', to: '2026-05-04' };

describe('a search of the audit log', () => {
  it('the chip and the field of a search show a ticket as it was typed', () => {
    const filter = auditFilterSchema('example.org').parse({ ...DAYS, q: ' INC-20524 ' });
    expect(filter.text).toBe('INC-20524');
    expect(auditFields(filter)).toMatchObject({ q: 'INC-20524' });
  });
});
