import { describe, expect, it } from 'vitest';
import { decodeReferences, decodeText } from './decode.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the bytes of a bibliography', () => {
  it('in UTF-8 are taken as they are', () => {
    expect(decodeReferences(utf8('% Encoding: Cp1252\n@misc{a, author={Müller}}'))).toEqual({
      text: '% Encoding: Cp1252\n@misc{a, author={Müller}}',
    });
  });

  it('in Latin-1 lose no letter, and the file is said to be no UTF-8', () => {
    const { text, fault } = decodeReferences(latin('@misc{a,\n author={Müller, José}}\n'));
    expect(text).toBe('@misc{a,\n author={Müller, José}}\n');
    expect(fault?.line).toBe(1);
    expect(fault?.message).toMatch(/^not valid UTF-8 from line 2 on, and was read as Windows-1252/);
  });

  it.each(['ISO-8859-1', 'ISO8859_1', 'Cp1252', 'windows-1252'])(
    'in the encoding that JabRef names, %s, are no fault',
    (name) => {
      const text = `% Encoding: ${name}\n@misc{a, author={Müller}}`;
      expect(decodeReferences(latin(text))).toEqual({ text });
    },
  );

  it('in Cyrillic of the encoding named', () => {
    const bytes = Uint8Array.from([...latin('% Encoding: Cp1251\n'), 0xd2, 0xe5, 0xf1, 0xf2]);
    expect(decodeReferences(bytes).text).toBe('% Encoding: Cp1251\nТест');
  });

  it('in UTF-8 with one byte that is not keep the rest', () => {
    const bytes = Uint8Array.from([...utf8('@misc{a, author={Müller}}\n'), 0xe9, 0x0a]);
    expect(decodeReferences(bytes)).toEqual(decodeText(bytes));
    expect(decodeReferences(bytes).text).toBe('@misc{a, author={Müller}}\n\ufffd\n');
  });

  it('under a name that nobody knows are read as Windows-1252', () => {
    expect(decodeReferences(latin('% Encoding: moonish\nMüller')).text).toBe('% Encoding: moonish\nMüller');
  });
});
