/** A document's title with the count of what waits: "Approvals (2) · Tessera", "(2) Users · Tessera". */
export function titleWith(title: string, waiting: number): string {
  const plain = title.replace(/^\(\d+\) /, '').replace(/^Approvals \(\d+\)/, 'Approvals');
  if (waiting === 0) return plain;
  return plain.startsWith('Approvals') ? plain.replace('Approvals', `Approvals (${waiting})`) : `(${waiting}) ${plain}`;
}
