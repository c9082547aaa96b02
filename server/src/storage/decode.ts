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
 * Windows-1252, of which Latin-1 is a part. Where some of it reads as UTF-8, entries of two files were put together: then only
 * the bytes that are none are read so.
 */
export function decodeReferences(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if (decoded.fault === undefined) return decoded;
  const named = /^%\s*(?:-\*-\s*)?(?:encoding|coding)\s*[:=]\s*([\w-]+)/im.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE)),
  )?.[1];
  const said = named === undefined ? undefined : decoderFor(named);
  if (said !== undefined && said.encoding !== 'utf-8') return { text: said.decode(bytes) };
  const { line } = decoded.fault;
  const from = `not valid UTF-8 from line ${String(line + 1)} on`;
  if (/[\u0080-\ufffc]/.test(decoded.text))
    return {
      text: mixedText(bytes),
      fault: {
        line,
        message: `${from}; letters there were read as Windows-1252 (Latin-1). Write anew those that the editor shows as “\ufffd”, and save the file as UTF-8.`,
      },
    };
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    fault: {
      line,
      message: `${from}, and was read as Windows-1252 (Latin-1). Reopen it with this encoding, and save it as UTF-8.`,
    },
  };
}

/** UTF-8 with bytes of Windows-1252 in it. A letter that the file's end cuts in two stays a replacement character. */
function mixedText(bytes: Uint8Array): string {
  const sound = new TextDecoder('utf-8', { ignoreBOM: true });
  const single = new TextDecoder('windows-1252');
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = letterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += sound.decode(bytes.subarray(from, at)) + single.decode(bytes.subarray(at, at + 1));
    from = ++at;
  }
  return text + sound.decode(bytes.subarray(from));
}

/** How many bytes the UTF-8 letter has that begins here; 0 where none does: https://www.rfc-editor.org/rfc/rfc3629#section-4 */
function letterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  for (let next = 1; next < length; next++) {
    if (at + next >= bytes.length) return bytes.length - at;
    const byte = bytes[at + next] ?? 0;
    const [least, most] = next === 1 ? (SECOND[first] ?? [0x80, 0xbf]) : [0x80, 0xbf];
    if (byte < least || byte > most) return 0;
  }
  return length;
}

/** After these the second byte has narrower bounds: no overlong forms, no surrogates, nothing past U+10FFFF. */
const SECOND: Readonly<Record<number, readonly [number, number]>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
};

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
