import { t } from '@/lib/shared/language/t';

/** A document's title with the count of what waits: "Approvals (2) · Tessera", "(2) Users · Tessera". */
export function titleWith(title: string, waiting: number): string {
  const approvals = t('Approvals');
  const plain = title.replace(/^\(\d+\) /, '');
  if (!plain.startsWith(approvals)) return waiting === 0 ? plain : `(${waiting}) ${plain}`;
  const rest = plain.slice(approvals.length).replace(/^ \(\d+\)/, '');
  return waiting === 0 ? `${approvals}${rest}` : `${approvals} (${waiting})${rest}`;
}
