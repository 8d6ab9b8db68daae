import { describe, expect, test } from 'vitest';
import { childOf, parseXml } from '@/lib/gateways/onespan-server/soap/xml-element';
import { escapeXml, isXmlText, unescapeXml } from '@/lib/gateways/onespan-server/soap/xml-text';

describe('text in XML (XML 1.0 §2.2, §4.1, §4.6)', () => {
  test.each(['', 'plain', '<&>"\'', 'a\tb\nc\r', 'ü \u{1f511}', '&amp;', ']]>'])('%j comes back as it was', (text) => {
    expect(parseXml(`<a>${escapeXml(text)}</a>`).text).toBe(text);
  });

  test.each(['\u0000', '\u001f', '\ud800', '\ufffe'])('%j cannot be carried', (text) => {
    expect(isXmlText(text)).toBe(false);
    expect(() => escapeXml(text)).toThrow(RangeError);
  });

  test.each([
    ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['&#65;&#x42;&#x1F511;', 'AB\u{1f511}'],
  ])('%s reads as %s', (written, read) => {
    expect(unescapeXml(written)).toBe(read);
  });

  test.each(['&a;', '&nbsp;', '&', '&amp', '&#0;', '&#xD800;', '&#x110000;', '&#;', '&#x;'])(
    '%s is refused',
    (written) => {
      expect(() => unescapeXml(written)).toThrow(RangeError);
    },
  );
});

describe('a document', () => {
  test('a document is read by local names, with text and CDATA, without comments', () => {
    const root = parseXml(
      '<?xml version="1.0"?><!-- c --><n:a xmlns:n="urn:n"><n:b x="1">one<![CDATA[&<]]></n:b><c/></n:a>',
    );
    expect(root.name).toBe('a');
    expect(childOf(root, 'b')?.text).toBe('one&<');
    expect(childOf(root, 'c')).toEqual({ name: 'c', children: [], text: '' });
  });

  test.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an entity', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['half of it', '<a><b>'],
    ['nothing', ''],
    ['text alone', 'no'],
    ['two elements', '<a/><b/>'],
    ['a name that objects have', '<a><__proto__><text>x</text></__proto__></a>'],
    ['too much depth', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`],
  ])('a document with %s is refused', (_what, text) => {
    expect(() => parseXml(text)).toThrow(Error);
  });

  test('a document of a megabyte takes less than three seconds of processor', () => {
    const started = process.cpuUsage();
    parseXml(`<a>${'<b>text</b>'.repeat(90_000)}</a>`);
    // Of this process alone: the machine may be busy with something else.
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});
