/** Bytes of a text file as text. UTF-8, or UTF-16 with its mark; bytes that are neither are replaced, and that is said. */

export interface DecodedText {
  readonly text: string;
  /** What was wrong, without the file's name; undefined for sound files. */
  readonly fault?: { readonly line: number; readonly message: string };
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const at = text.indexOf('\uFFFD');
    const line = text.slice(0, Math.max(0, at)).split(/\r\n|\n|\r/).length - 1;
    return {
      text,
      fault: {
        line,
        message: `not valid UTF-8 from line ${String(line + 1)} on; bytes that could not be read were replaced. Save the file as UTF-8.`,
      },
    };
  }
}
