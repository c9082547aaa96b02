import fc from 'fast-check';
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

  it('in UTF-8 with an entry in Latin-1 lose no letter of either', () => {
    const parts = [utf8('\ufeff@misc{a, author={Müller 木}}\n'), latin('@misc{b, author={José Müller}}\n')];
    const { text, fault } = decodeReferences(Uint8Array.from(parts.flatMap((part) => [...part])));
    expect(text).toBe('\ufeff@misc{a, author={Müller 木}}\n@misc{b, author={José Müller}}\n');
    expect(fault).toEqual({
      line: 1,
      message:
        'not valid UTF-8 from line 2 on; letters there were read as Windows-1252 (Latin-1). Write anew those that the editor shows as “\ufffd”, and save the file as UTF-8.',
    });
  });

  it('that break off within a letter end with a sign for it', () => {
    const bytes = utf8('Müller, José');
    expect(decodeReferences(bytes.subarray(0, bytes.length - 1)).text).toBe('Müller, Jos\ufffd');
  });

  it('whatever they are, keep what is sound UTF-8', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 3 })), { maxLength: 8 }),
        (parts) => {
          const bytes = Uint8Array.from(
            [utf8('ü'), ...parts.map((part) => (typeof part === 'string' ? utf8(part) : part))].flatMap(
              (part) => [...part],
            ),
          );
          const { text, fault } = decodeText(bytes);
          const read = decodeReferences(bytes);
          expect(read.fault === undefined).toBe(fault === undefined);
          if (!fault) expect(read.text).toBe(text);
          // Where the standard decoder finds a letter, so do we, in the same order.
          const sound = [...text].filter((letter) => letter !== '\ufffd').join('');
          let at = 0;
          for (const letter of read.text)
            if (letter === sound.charAt(at)) at++;
            else if (sound.startsWith(letter, at)) at += letter.length;
          expect(at).toBe(sound.length);
        },
      ),
    );
  });

  it('under a name that nobody knows are read as Windows-1252', () => {
    expect(decodeReferences(latin('% Encoding: moonish\nMüller')).text).toBe('% Encoding: moonish\nMüller');
  });
});
