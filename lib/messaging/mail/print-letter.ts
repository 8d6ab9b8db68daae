import Pdf from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { qrMatrix } from '../../image/qr-matrix';
import { svgPath } from '../../image/svg-paths';
import type { MailBody } from './mail-body';

/** A millimetre in points. */
const MM = 72 / 25.4;
const MARGIN = 25 * MM;
const QR_SIDE = 60 * MM;

/** A letter on one A4 page, with its link as a QR code and as text to type. @returns a PDF */
export async function printLetter({ subject, paragraphs, facts, action, closing }: MailBody): Promise<Buffer> {
  const document = new Pdf({ size: 'A4', margin: MARGIN, info: { Title: printable(subject) } });
  const bytes = buffer(document);
  const write = (text: string) => document.fontSize(11).text(printable(text), { lineGap: 2 }).moveDown(0.7);
  document.font('Helvetica-Bold').fontSize(18).text(printable(subject)).moveDown(1).font('Helvetica');
  for (const paragraph of paragraphs) write(paragraph);
  for (const [label, value] of facts) write(`${label}: ${value}`);
  if (action) {
    document.moveDown(0.5);
    drawQr(document, action.url);
    document.font('Courier').fontSize(9).text(action.url).moveDown(1.2).font('Helvetica');
  }
  for (const paragraph of closing) write(paragraph);
  document.end();
  return bytes;
}

/** Vectors stay sharp in print; the quiet zone is part of the picture. */
function drawQr(document: PDFKit.PDFDocument, text: string): void {
  const { size, path } = svgPath(qrMatrix(text));
  document
    .save()
    .translate(document.x, document.y)
    .scale(QR_SIDE / size)
    .path(path)
    .fill('#000000')
    .restore();
  document.y += QR_SIDE + 2 * MM;
}

/** Restricts a text to what PDF's standard fonts contain: Western European letters and typographic marks. */
function printable(text: string): string {
  return text.normalize('NFC').replaceAll(/[^\u0020-\u007e\u00a0-\u00ff–—‘’“”„…€]/g, '?');
}
