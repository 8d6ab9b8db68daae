import { join } from 'node:path';
import Pdf from 'pdfkit';
import { buffer } from 'node:stream/consumers';
import { dependencyFolder } from '../../config/product-folder';
import { qrMatrix } from '../../wire/image/qr-matrix';
import { svgPath } from '../../wire/image/svg-paths';
import type { HelpdeskContact } from '../../shared/helpdesk-contact';
import type { LetterBody, MailBrand } from './mail-body';
import { COLOURS, MARK, PRODUCT } from './site-mark';

/** A millimetre in points. */
const MM = 72 / 25.4;
const MARGIN = 25 * MM;
/** Between the margins of A4. */
const WIDTH = 160 * MM;
const QR_SIDE = 52 * MM;
const GAP = 8 * MM;

/** Noto Sans has every letter of Latin, Greek and Cyrillic; PDF's own fonts have those of Western Europe. */
const FONTS = '@expo-google-fonts/noto-sans';
const REGULAR = join('400Regular', 'NotoSans_400Regular.ttf');
const BOLD = join('600SemiBold', 'NotoSans_600SemiBold.ttf');

const INK = COLOURS.ink[0];
const SOFT = COLOURS.inkSoft[0];

/** A letter on one A4 page, with its link as a QR code and as a short code to type. @returns a PDF */
export async function printLetter(
  letter: LetterBody,
  contact: HelpdeskContact | null,
  brand: MailBrand = { name: null, colours: null },
): Promise<Buffer> {
  const title = letter.subject.normalize('NFC');
  const [regular, bold] = [REGULAR, BOLD].map((file) =>
    join(/* turbopackIgnore: true */ dependencyFolder(FONTS), file),
  );
  const document = new Pdf({ size: 'A4', margin: MARGIN, info: { Title: title }, font: regular });
  const bytes = buffer(document);
  document.registerFont('regular', regular).registerFont('bold', bold);
  const accent = (brand.colours ?? COLOURS).accent[0];
  drawLetterhead(document, contact, brand.name ?? PRODUCT, accent);
  write(document, title, { font: 'bold', size: 20, gap: 6 * MM });
  for (const paragraph of letter.paragraphs) write(document, paragraph);
  drawWaysIn(document, letter, accent);
  for (const [label, value] of letter.facts) writeFact(document, label, value);
  document.y += 3 * MM;
  for (const paragraph of letter.closing) write(document, paragraph);
  if (contact) write(document, `${letter.help} ${reach(contact).join(' · ')}`);
  document.end();
  return bytes;
}

type Style = { font?: 'regular' | 'bold'; size?: number; colour?: string; gap?: number; x?: number; width?: number };

function write(
  document: PDFKit.PDFDocument,
  text: string,
  { font = 'regular', size = 11, colour = INK, gap = 3 * MM, x = MARGIN, width = WIDTH }: Style = {},
): void {
  document
    .font(font)
    .fontSize(size)
    .fillColor(colour)
    .text(text.normalize('NFC'), x, document.y, { width, lineGap: 2 });
  document.y += gap;
}

/** Mark and name on the left, who helps on the right. */
function drawLetterhead(
  document: PDFKit.PDFDocument,
  contact: HelpdeskContact | null,
  name: string,
  accent: string,
): void {
  document
    .save()
    .translate(MARGIN, MARGIN - 3)
    .scale(0.75);
  document.path(MARK.tiles).fill(accent).path(MARK.own).fill(COLOURS.tile[0]).restore();
  document
    .font('bold')
    .fontSize(16)
    .fillColor(INK)
    .text(name.normalize('NFC'), MARGIN + 11 * MM, MARGIN - 3, { width: WIDTH / 2 - 15 * MM });
  let bottom = document.y;
  if (contact) {
    document.font('regular').fontSize(9).fillColor(SOFT);
    document.text(reach(contact).join('\n'), MARGIN + WIDTH / 2, MARGIN - 3, { width: WIDTH / 2, align: 'right' });
    bottom = Math.max(bottom, document.y);
  }
  const y = bottom + 4 * MM;
  document
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + WIDTH, y)
    .lineWidth(0.75)
    .stroke(COLOURS.line[0]);
  document.y = y + 12 * MM;
}

function reach({ name, phone, email, hours }: HelpdeskContact): string[] {
  return [name, phone, email, hours].filter((part) => part !== null);
}

/** The picture to scan, and beside it the address and the code to type. */
function drawWaysIn(document: PDFKit.PDFDocument, { scan, type }: LetterBody, accent: string): void {
  const top = document.y + 3 * MM;
  drawQr(document, scan.url, top);
  const beside = { x: MARGIN + QR_SIDE + GAP, width: WIDTH - QR_SIDE - GAP };
  document.y = top + 2 * MM;
  write(document, scan.hint, { ...beside, font: 'bold', gap: 5 * MM });
  write(document, type.hint, { ...beside, colour: SOFT, gap: 1 * MM });
  write(document, type.address, { ...beside, gap: 3 * MM });
  write(document, type.code, { ...beside, font: 'bold', size: 16, colour: accent, gap: 0 });
  document.y = Math.max(document.y, top + QR_SIDE) + 6 * MM;
}

function writeFact(document: PDFKit.PDFDocument, label: string, value: string): void {
  const { y } = document;
  document
    .font('regular')
    .fontSize(11)
    .fillColor(SOFT)
    .text(label, MARGIN, y, { width: 40 * MM });
  document.y = y;
  write(document, value, { font: 'bold', x: MARGIN + 42 * MM, width: WIDTH - 42 * MM, gap: 1.5 * MM });
}

/** Vectors stay sharp in print; the quiet zone is part of the picture. */
function drawQr(document: PDFKit.PDFDocument, text: string, y: number): void {
  const { size, path } = svgPath(qrMatrix(text));
  document
    .save()
    .translate(MARGIN, y)
    .scale(QR_SIDE / size)
    .path(path)
    .fill('#000000')
    .restore();
}
