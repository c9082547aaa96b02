import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from './lines.ts';

describe('lines', () => {
  it('end in \\n, \\r\\n or \\r, as the Language Server Protocol has it', () => {
    const lines = new Lines('a\nb\r\nc\r\r\n');
    expect(lines.count).toBe(5);
    expect([0, 1, 2, 3, 4, 9].map((line) => lines.span(line))).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 },
      { start: 5, end: 6 },
      { start: 7, end: 7 },
      { start: 9, end: 9 },
      { start: 9, end: 9 },
    ]);
  });

  it('are split the same with and without a carriage return somewhere', () => {
    const parts = (text: string): string[] => {
      const lines = new Lines(text);
      return Array.from({ length: lines.count }, (_, line) => {
        const { start, end } = lines.span(line);
        return text.slice(start, end);
      });
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀')), (bits) => {
        const text = bits.join('');
        expect(parts(text)).toEqual(text.split(/\r\n|\r|\n/));
      }),
    );
  });

  it('give each offset a position and take it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, offset) => {
        const lines = new Lines(text);
        const position = lines.positionAt(offset);
        const back = lines.offsetAt(position);
        const inside = Math.min(offset, text.length);
        // Between \r and \n there is no position: such an offset falls back to the line's end.
        expect(text[inside - 1] === '\r' && text[inside] === '\n' ? inside - 1 : inside).toBe(back);
      }),
    );
  });

  it('forgive positions past the end', () => {
    const lines = new Lines('ab\ncd');
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 99, character: 0 })).toBe(5);
    expect(lines.offsetAt({ line: -1, character: 3 })).toBe(0);
  });
});
