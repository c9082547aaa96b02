/**
 * Bytes of a text file as text. UTF-8 or UTF-16, with or without its mark; bytes that are neither are replaced, and that is said.
 * Old bibliographies are read in the encoding that they were written in.
 */

export interface DecodedText {
  readonly text: string;
  /** What was wrong, without the file's name; undefined for sound files. The line counts from 0. */
  readonly fault?: { readonly line: number; readonly message: string };
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = utf16Of(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const at = firstDifference(bytes, new TextEncoder().encode(text));
    const line = lineOf(bytes, at);
    return {
      text,
      fault: {
        line,
        message: `not valid UTF-8 from line ${String(line + 1)} (byte ${String(at)}) on; what could not be read was replaced. Save the file as UTF-8.`,
      },
    };
  }
}

/**
 * A library file's bytes. What is no UTF-8 is in the encoding that JabRef and others write on top ("% Encoding: Cp1252"), else in
 * Windows-1252, of which Latin-1 is a part, unless some of it reads as UTF-8: then that is what it was meant to be.
 */
export function decodeReferences(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if (decoded.fault === undefined) return decoded;
  const named = /^%\s*(?:-\*-\s*)?(?:encoding|coding)\s*[:=]\s*([\w-]+)/im.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE)),
  )?.[1];
  const said = named === undefined ? undefined : decoderFor(named);
  if (said !== undefined && said.encoding !== 'utf-8') return { text: said.decode(bytes) };
  if (/[\u0080-\ufffc]/.test(decoded.text)) return decoded;
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    fault: {
      line: decoded.fault.line,
      message: `not valid UTF-8 from line ${String(decoded.fault.line + 1)} on, and was read as Windows-1252 (Latin-1). Save the file as UTF-8.`,
    },
  };
}

/** By any name that Java, Emacs or the web has for an encoding; undefined for one that nobody knows. */
function decoderFor(name: string): InstanceType<typeof TextDecoder> | undefined {
  for (const label of [
    name,
    name.replace(/^cp/i, 'windows-'),
    name.replace(/^iso(?=\d)/i, 'iso-').replace(/_/g, '-'),
  ])
    try {
      return new TextDecoder(label);
    } catch {
      // Not this name: the next one.
    }
  return undefined;
}

/** How much of a file is looked at for its encoding. */
const SAMPLE = 1024;

/** By its mark; without one by its zero bytes, of which English text has every other one and UTF-8 none. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const most = length * 0.4;
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return undefined;
}

/** Where the file's bytes and those of the repaired text part: the first byte that was replaced. */
function firstDifference(bytes: Uint8Array, repaired: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && bytes[at] === repaired[at]) at++;
  return at;
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 0;
  for (let index = 0; index < at; index++) {
    const byte = bytes[index];
    // "\n", or "\r" on its own.
    if (byte === 10 || (byte === 13 && bytes[index + 1] !== 10)) line++;
  }
  return line;
}
